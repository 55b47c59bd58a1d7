"""The frame around every page, and the parts pages share. Streamlit lives here and in pages."""
