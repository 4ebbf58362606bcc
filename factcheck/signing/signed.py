"""Who signed something: the key under a signature that is good and was given for this very purpose."""

from factcheck.errors import ExitCode
from factcheck.signing.checked import BadSignatureError, UnsupportedError, check_signature
from factcheck.signing.outcome import StoppedError
from factcheck.signing.public_key import PublicKey
from factcheck.signing.ssh_wire import WireError
from factcheck.signing.sshsig import NewerSignatureError, NotASignatureError, read_armored


def signed_by(what: str, message: bytes, armored: bytes, namespace: str) -> PublicKey:
    """The key that signed the message, for this namespace. Raises StoppedError; `what` stands in its sentence."""
    try:
        signature = read_armored(armored)
        if signature.namespace != namespace:
            raise BadSignatureError(f"it was given for {signature.namespace!r}, not for {namespace!r}")
        check_signature(signature, message)
    except NotASignatureError as error:
        raise StoppedError(ExitCode.MALFORMED, f"The signature of {what} cannot be read: {error}.") from error
    except (NewerSignatureError, UnsupportedError) as error:
        raise StoppedError(
            ExitCode.NEWER_FORMAT, f"The signature of {what} is of a kind that is not accepted: {error}."
        ) from error
    except (BadSignatureError, WireError) as error:
        raise StoppedError(ExitCode.BAD_SIGNATURE, f"The signature of {what} is bad: {error}.") from error
    return signature.key
