# Ce que « rihla check --external » dit des adresses d’autres sites.

# Une adresse qui ne répond pas ; un conseil le premier jour.
external-link = « { $address } » { $what ->
    [status] n’est plus là : le serveur répond { $status }
    [name] mène à un nom qui n’existe pas
    [connection] mène à un serveur qui ne peut pas être joint
    [time] n’a pas répondu à temps
    [protocol] répond par ce qui n’est pas une page, ou s’interrompt
    [loop] tourne en rond
    [leads-inside] mène plus loin à une adresse d’un réseau interne
    [leads-elsewhere] mène plus loin à ce qui n’est pas une page du web
    [certificate-time] a un certificat qui a expiré, ou n’est pas encore valable
    [certificate-name] a le certificat d’un autre site
    [certificate] a un certificat dont personne ne répond
   *[form] n’est pas une adresse
}{ $state ->
    [new] { "" } (depuis le { $since } ; une erreur si c’est encore le cas un autre jour)
   *[old] { "" } (depuis le { $since })
}
    .hint = écrire l’adresse où la page se trouve à présent, ou enlever le lien ; ce qui ne répond jamais aux programmes se met sous links: skip: dans site.yaml, avec une raison

# Une adresse qui a changé pour de bon.
external-moved = « { $address } » a déménagé à « { $to } », et dit que c’est pour de bon
    .hint = écrire la nouvelle adresse

# Une partie que la page d’un autre site n’a pas.
external-fragment = la page de « { $address } » répond et n’a pas de partie « #{ $fragment } »
    .hint = regarder la page ; enlever ce qui suit le #, ou mener à la partie voulue

# Une adresse dont rien ne peut être dit.
external-unknown = personne ne peut dire si « { $address } » est là : { $what ->
    [status] le serveur répond { $status } aux programmes
    [busy] le serveur demande qu’on le laisse un moment
    [cookies] sans cookies, le serveur tourne en rond
   *[host] d’autres adresses du même serveur n’ont pas répondu, et celle-ci n’a pas été demandée
}
    .hint = l’ouvrir dans un navigateur ; ce qui ne répond jamais aux programmes se met sous links: skip: dans site.yaml, avec une raison

# Une adresse de cette machine ou d’un réseau interne.
external-inside = « { $address } » mène à une machine d’un réseau interne, où les visiteurs ne peuvent pas aller ; elle n’a pas été demandée
    .hint = écrire une adresse qui peut être jointe de partout

# `mailto:`, `tel:` ou `https:` suivi de ce qui n’est pas une adresse.
external-form = « { $address } » n’est pas { $what ->
    [mail] une adresse de courriel
   *[telephone] un numéro de téléphone
}
    .hint = écrire comme dans mailto:contact@example.org ou tel:+212537000000, sans espaces

# Aucun site n’a pu être joint.
external-offline = aucun autre site ne peut être joint : le réseau de cette machine semble coupé, et les adresses d’autres sites n’ont pas été vérifiées
    .hint = réessayer quand il y a un réseau ; derrière un serveur mandataire, HTTPS_PROXY le nomme

# Une adresse de `links.skip` qui n’est sur aucune page.
external-skip-unused = plus aucune page ne mène à « { $address } »
    .hint = enlever ces lignes

# Un autre endroit qui a la même adresse.
external-also = ici aussi
