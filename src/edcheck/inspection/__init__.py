"""What `edcheck inspect` prints: a document as edcheck understands it, as versioned JSON with a JSON Schema."""

from edcheck.inspection.describe import describe
from edcheck.inspection.schema import VERSION, document_schema

__all__ = ["VERSION", "describe", "document_schema"]
