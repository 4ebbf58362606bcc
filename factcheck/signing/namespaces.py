"""What a signature is for. One given for one of these is none for another."""

REPORT = "factcheck-report"
COUNTERSIGN = "factcheck-countersign"
PACKAGE = "factcheck-package"
NAMESPACES = (REPORT, COUNTERSIGN, PACKAGE)
