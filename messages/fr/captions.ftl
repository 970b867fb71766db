picture-caption-in-table = dans un tableau
picture-caption-in-heading = dans un titre
picture-caption-in-link = dans un lien
picture-caption-in-list = dans une liste
picture-caption-in-term = dans un terme
