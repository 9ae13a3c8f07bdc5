"""A routine on paper and as a picture: drawn as SVG with the standard library, turned into PDF and PNG on demand."""
