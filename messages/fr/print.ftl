print-error = erreur
print-warning = avertissement
print-advice = conseil
print-help = aide
print-write = écrire
print-see = voir
print-colon = {"\u00A0"}:
print-more = … et { $count } de plus
print-all = --all les affiche un par un

# On which page something was found.
print-page = sur { $page }
print-pages = sur { $page } et { $others ->
    [one] une autre page
   *[other] { $others } autres pages
}
