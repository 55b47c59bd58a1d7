"""The brief as PDF: one page for leaders and a full report, set by Typst from data."""
