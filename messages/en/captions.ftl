# Where an image with a caption stands that cannot have one there.

picture-caption-in-table = in a table,
picture-caption-in-heading = in a heading,
picture-caption-in-link = in a link,
picture-caption-in-list = in a list,
picture-caption-in-term = in a term,
