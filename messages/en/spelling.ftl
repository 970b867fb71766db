# What `rihla check --spelling` says of words.

# A word that no dictionary has.
spelling = “{ $word }” is in no dictionary of { $language }
    .hint = perhaps: { $suggestions }; a word that is right goes under spelling: words: in site.yaml
    .hint-2 = a word that is right goes under spelling: words: in site.yaml

# A language whose words cannot be looked up.
spelling-dictionary = there is no dictionary of { $language } on this machine, so that its words were not looked up
    .hint = “rihla doctor” says how to get one

# A dictionary that cannot be read.
spelling-dictionary-broken = the dictionary “{ $file }” cannot be read: { $why }
    .hint = put another one in its place, or take it away

# Another place with the same word.
spelling-also = here too
