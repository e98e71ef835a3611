"""Writing a casebook down: one module for each format, one function for all of them."""

from dateline.export.formats import FORMATS
from dateline.export.options import ExportOptions
from dateline.export.writing import write

__all__ = ["FORMATS", "ExportOptions", "write"]
