//! What the preview says of itself.

messages! {
    /// The port is taken, and another one is used.
    PORT_TAKEN: Warning "port-taken" {
        en "port {port} is taken by another program, so the preview is on port {used}"
        fr "le port {port} est pris par un autre programme : l’aperçu est sur le port {used}"
    }
    /// No port is free.
    NO_PORT: Error "no-port" {
        en "no port from {port} to {last} is free"
        fr "aucun port n’est libre de {port} à {last}"
        hint {
            en "name another one with --port"
            fr "indiquez-en un autre avec --port"
        }
    }
    /// The machine does not let the preview listen there.
    LISTEN: Error "no-listening" {
        en "the preview cannot be offered at {address}: {reason}"
        fr "l’aperçu ne peut pas être offert à l’adresse {address} : {reason}"
        hint {
            en "leave out --host to offer it to this machine alone, or name another port with --port"
            fr "laissez --host de côté pour ne l’offrir qu’à cette machine, ou indiquez un autre port avec --port"
        }
    }
    /// `--host` opens the preview to a network.
    OPEN_TO_ALL: Warning "preview-open" {
        en "the preview can be read by every machine that reaches this one, drafts and all"
        fr "l’aperçu peut être lu par toutes les machines qui atteignent celle-ci, brouillons compris"
        hint {
            en "leave out --host to offer it to this machine alone"
            fr "laissez --host de côté pour ne l’offrir qu’à cette machine"
        }
    }
    /// The table of inotify is full.
    WATCHES_FULL: Warning "watches-full" {
        en "this machine watches no more folders for changes, so the preview looks at the files itself every second"
        fr "cette machine ne peut pas surveiller plus de dossiers : l’aperçu regarde lui-même les fichiers à chaque seconde"
        hint {
            en "to be told at once again, raise the limit: sudo sysctl fs.inotify.max_user_watches=524288, then start the preview anew"
            fr "pour être de nouveau prévenu aussitôt, relevez la limite : sudo sysctl fs.inotify.max_user_watches=524288, puis relancez l’aperçu"
        }
    }
    /// The folders cannot be watched for another reason.
    NO_WATCH: Warning "no-watch" {
        en "the folders cannot be watched for changes ({reason}), so the preview looks at the files itself every second"
        fr "les dossiers ne peuvent pas être surveillés ({reason}) : l’aperçu regarde lui-même les fichiers à chaque seconde"
    }
    /// `--open` without a browser.
    NO_BROWSER: Warning "no-browser" {
        en "no browser could be opened: {reason}"
        fr "aucun navigateur n’a pu être ouvert : {reason}"
        hint {
            en "open {address} yourself"
            fr "ouvrez vous-même {address}"
        }
    }
    /// A panic while the site was read or a page drawn.
    PANIC: Error "preview-failed" {
        en "Rihla made a mistake of its own while it drew this: {detail}"
        fr "Rihla a commis une erreur de son fait en préparant ceci : {detail}"
        hint {
            en "the preview goes on; please report it with the file that you just changed"
            fr "l’aperçu continue ; signalez-le, s’il vous plaît, avec le fichier que vous venez de modifier"
        }
    }
}
