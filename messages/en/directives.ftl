directive-any-source = who says so: a report, an institution
directive-any-url = where the source can be read
directive-any-date = the day, month or year as of which the figures hold
directive-figure-file = the picture
directive-figure-alt = what the picture shows, for those who cannot see it; `alt=""` says that it only decorates. Without it and without a caption, the page is refused; with a caption only, it is warned about
directive-figure-credit = who made it or owns it
directive-figure-lines = The workshop in Rabat.
directive-figure = A picture with its caption and credit. The caption stands between the two lines and may hold a link; it can be left out.
directive-figure-example =
    :::figure{"{"}file=atelier.jpg alt="Twelve people around a table, with open notebooks" credit="© IOM Morocco"{"}"}
    The workshop in Rabat, in May.
    :::
directive-gallery-line-file = picture
directive-gallery-line-alt = text for those who cannot see it
directive-gallery-line-caption = caption
directive-gallery-line-credit = credit
directive-gallery-lines = photo.jpg | What it shows | Caption | Credit
directive-gallery = Several pictures side by side, each on a line. All of them are shown: nothing has to be clicked.
directive-gallery-example =
    :::gallery
    atelier.jpg | Twelve people around a table | The workshop | © IOM Morocco
    signature.jpg | Two people signing a document | The signature
    :::
directive-note-kind = how it is meant: `info` (unless said otherwise), `important` or `warning`. The word is printed too, since colour alone tells some readers nothing
directive-note-title = takes the place of that word
directive-note-lines = What there is to know.
directive-note = Something to know, set apart from the text: paragraphs, lists, links.
directive-note-example =
    :::note{"{"}kind=important title="Before you come"{"}"}
    Bring:

    - your passport;
    - two photographs.
    :::
directive-quote-author = who said or wrote it
directive-quote-role = what that person is
directive-quote-source = where it was said: a speech, a book
directive-quote-url = where it can be read
directive-quote-date = the day, month or year on which it was said
directive-quote-lines = What was said.
directive-quote = Somebody’s words, with who said them. For a mere extract, `>` at the head of the lines is enough.
directive-quote-example =
    :::quote{"{"}author="A participant" role="trainee in Agadir" date=2024-02{"}"}
    I came for a certificate. I left with a trade and friends.
    :::
directive-key-figures-line-value = figure
directive-key-figures-line-label = words that say what is counted
directive-key-figures-line-note = remark
directive-key-figures-lines = 174 | Member States
directive-key-figures = A few figures in large type. A figure is printed as it is written; `:fact{"{"}…{"}"}` prints one that the site keeps up to date, in the way of the page’s language.
directive-key-figures-example =
    :::key-figures{"{"}source="Report of the mission for 2024" date=2024-12-31{"}"}
    :fact{"{"}people-assisted-2024{"}"} | people assisted
    100+ | countries in which IOM is present
    21 % | more than in 2023 | people assisted
    :::
directive-people-line-name = name
directive-people-line-role = role
directive-people-line-contact = contact
directive-people-line-picture = picture
directive-people-lines = Name | Role | address@example.org | portrait.jpg
directive-people = People, each on a line, with their role and how to reach them. A portrait has no text in its place: the name stands beside it.
directive-people-example =
    :::people
    A. Example | Head of the reception desk | reception@example.org | portrait.jpg
    B. Example | Press officer | +212 5 00 00 00 00
    :::
directive-download-file = the file
directive-download-title = the words of the link
directive-download-language = the language in which the document is written
directive-download-pages = how many pages it has, where a PDF does not say so itself
directive-download-lines = {""}
directive-download = A document to download. Its format, its size and the pages of a PDF are read from the file and printed with its language, so that nobody opens 30 MB on a telephone without knowing.
directive-download-example =
    :::download{"{"}file=rapport.pdf title="Annual report 2024" language=fr{"}"}
    :::
directive-video-url = where the video is
directive-video-title = its title: the words of the link
directive-video-picture = a picture from it, kept on the site
directive-video-language = the language that is spoken in it
directive-video-captions = the languages of its captions
directive-video-transcript = where what is said in it can be read
directive-video-duration = how long it is
directive-video-lines = What is said in the video.
directive-video = A link to a video, with a picture. Nothing is asked of the other site before the visitor follows the link. The video must have captions (`captions`) or a transcript: `transcript`, or the text between the two lines.
directive-video-example =
    :::video{"{"}url="https://videos.example.org/w/a1b2" title="A day at the centre" picture=centre.jpg language=fr captions="fr, en" duration=3:25{"}"}
    :::
directive-chart-data = a file of data beside the text, or the name of a collection
directive-chart-kind = `bar` (bars), `line` (lines) or `share` (parts of a whole)
directive-chart-title = what the chart shows
directive-chart-x = the column of names or years, `year: Year`; the first one unless it is given
directive-chart-y = the columns of figures, `women: Women, men: Men`; all others unless they are given
directive-chart-by = for a collection: what its entries are counted by, such as `year`, `axes`, `donors` or `goals`
directive-chart-value = for a collection: `count`, unless it is given, or a field that holds an amount or a number, which is added up
directive-chart-unit = what is counted, if the title does not say it: `%`, `km`
directive-chart-description = what is to be seen in it, for those who cannot see it; unless it is given, a sentence names the smallest and the greatest figure
directive-chart-lines = A remark on the figures.
directive-chart = A chart, drawn when the site is built, with a table of its figures beneath. A remark may stand between the two lines.
directive-chart-example =
    :::chart{"{"}data=beneficiaires.csv kind=bar x="annee: Year" y="personnes: People supported" title="People supported" source="Reports of the mission" date=2024{"}"}
    :::
directive-lang-tag = the language of what stands in it
directive-lang-lines = …
directive-lang = A passage in another language, which is then pronounced, hyphenated and set as that language is, from right to left if need be. Inside a line: `:lang{"{"}en "soft skills"{"}"}`.
directive-lang-example =
    :::lang{"{"}ar{"}"}
    مرحبا بكم في موقع المنظمة الدولية للهجرة.
    :::
directive-include-block = which text
directive-include-lines = {""}
directive-include = A text that stands on several pages and is written once: an entry of the collection `blocks`, in each language. What is changed there changes on all of them. Its headings stand one level below the heading above, and its footnotes among those of the page.
directive-include-example =
    :::include{"{"}block=opening-hours{"}"}
    :::
directive-accessibility-lines = {""}
directive-accessibility = The accessibility statement: in whole sentences, what `audit` in `site.yaml` says of the site. Where nobody has audited it, that is what it says.
directive-accessibility-example =
    :::accessibility
    :::
directives-required = required
directives-optional = optional
directives-parameter = parameter
directives-value = value
directives-part = part of a line
directives-shows = What the page shows:
directives-inside-blocks = Between the two lines: Markdown, and other directives.
directives-inside-caption = Between the two lines: Markdown, or nothing.
directives-inside-lines = Between the two lines: one thing a line, its parts separated by `|`.
directives-inside-nothing = Between the two lines: nothing.
