redirect-rules = le site a { $count } redirections d’anciennes adresses ; Cloudflare Pages ne tient compte que des { $limit } premières
    .hint = retirez de « aliases: » les adresses que plus personne ne demande, ou écrivez-les dans « gone: » de content/site.yaml

header-rules = le site demande { $count } règles dans le fichier _headers ; Cloudflare Pages ne tient compte que des { $limit } premières
    .hint = nommez moins de pages sous « no_referrer » dans content/site.yaml

azure-size = le fichier staticwebapp.config.json fait { $count } octets, à cause des nombreuses anciennes adresses ; Azure en admet { $limit }
    .hint = retirez « azure » de « files » dans content/site.yaml, ou les anciennes adresses que plus personne ne demande
