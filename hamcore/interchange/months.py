"""Month names in the languages that are written with Latin letters, folded.

Source: Unicode CLDR, calendar names "abbreviated" and "wide", formatting and stand-alone forms; "sept" and "sep"
style short forms that other programs write are found by their common beginning.
"""

from collections.abc import Iterable

from hamcore.interchange.fold import fold

_NAMES = {
    "English": "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august|sep sept september|"
    "oct october|nov november|dec december",
    "French": "janv janvier|fevr fevrier|mars|avr avril|mai|juin|juil juillet|aout|sept septembre|oct octobre|"
    "nov novembre|dec decembre",
    "German": "jan januar janner|feb februar feber|marz mar|apr april|mai|juni jun|juli jul|aug august|"
    "sept sep september|okt oktober|nov november|dez dezember",
    "Spanish": "ene enero|feb febrero|mar marzo|abr abril|may mayo|jun junio|jul julio|ago agosto|"
    "sept sep septiembre setiembre|oct octubre|nov noviembre|dic diciembre",
    "Portuguese": "jan janeiro|fev fevereiro|mar marco|abr abril|mai maio|jun junho|jul julho|ago agosto|"
    "set setembro|out outubro|nov novembro|dez dezembro",
    "Italian": "gen gennaio|feb febbraio|mar marzo|apr aprile|mag maggio|giu giugno|lug luglio|ago agosto|"
    "set settembre|ott ottobre|nov novembre|dic dicembre",
    "Dutch": "jan januari|feb februari|mrt maart|apr april|mei|jun juni|jul juli|aug augustus|sep september|"
    "okt oktober|nov november|dec december",
    "Danish": "jan januar|feb februar|mar marts|apr april|maj|jun juni|jul juli|aug august|sep september|"
    "okt oktober|nov november|dec december",
    "Swedish": "jan januari|feb februari|mars mar|apr april|maj|juni jun|juli jul|aug augusti|sep september|"
    "okt oktober|nov november|dec december",
    "Norwegian": "jan januar|feb februar|mars mar|apr april|mai|juni jun|juli jul|aug august|sep september|"
    "okt oktober|nov november|des desember",
    "Finnish": "tammi tammikuuta tammikuu|helmi helmikuuta helmikuu|maalis maaliskuuta maaliskuu|"
    "huhti huhtikuuta huhtikuu|touko toukokuuta toukokuu|kesa kesakuuta kesakuu|heina heinakuuta heinakuu|"
    "elo elokuuta elokuu|syys syyskuuta syyskuu|loka lokakuuta lokakuu|marras marraskuuta marraskuu|"
    "joulu joulukuuta joulukuu",
    "Icelandic": "jan januar|feb februar|mar mars|apr april|mai|jun juni|jul juli|agu agust|sep september|"
    "okt oktober|nov november|des desember",
    "Turkish": "oca ocak|sub subat|mar mart|nis nisan|may mayis|haz haziran|tem temmuz|agu agustos|eyl eylul|"
    "eki ekim|kas kasim|ara aralik",
    "Polish": "sty stycznia styczen|lut lutego luty|mar marca marzec|kwi kwietnia kwiecien|maj maja|"
    "cze czerwca czerwiec|lip lipca lipiec|sie sierpnia sierpien|wrz wrzesnia wrzesien|"
    "paz pazdziernika pazdziernik|lis listopada listopad|gru grudnia grudzien",
    "Czech": "led ledna leden|uno unora unor|bre brezna brezen|dub dubna duben|kve kvetna kveten|"
    "cvn cervna cerven|cvc cervence cervenec|srp srpna srpen|zar zari|rij rijna rijen|lis listopadu listopad|"
    "pro prosince prosinec",
    "Slovak": "jan januara januar|feb februara februar|mar marca marec|apr aprila april|maj maja|jun juna|"
    "jul jula|aug augusta august|sep septembra september|okt oktobra oktober|nov novembra november|"
    "dec decembra december",
    "Hungarian": "jan januar|febr feb februar|marc marcius|apr aprilis|maj majus|jun junius|jul julius|"
    "aug augusztus|szept szeptember|okt oktober|nov november|dec december",
    "Romanian": "ian ianuarie|feb februarie|mar martie|apr aprilie|mai|iun iunie|iul iulie|aug august|"
    "sept septembrie|oct octombrie|nov noiembrie|dec decembrie",
    "Croatian": "sij sijecnja sijecanj|velj veljace veljaca|ozu ozujka ozujak|tra travnja travanj|"
    "svi svibnja svibanj|lip lipnja lipanj|srp srpnja srpanj|kol kolovoza kolovoz|ruj rujna rujan|"
    "lis listopada listopad|stu studenoga studeni|pro prosinca prosinac",
    "Bosnian": "jan januar|feb februar|mar mart|apr april|maj|jun juni|jul juli|aug august|sep septembar|"
    "okt oktobar|nov novembar|dec decembar",
    "Serbian": "jan januar|feb februar|mar mart|apr april|maj|jun|jul|avg avgust|sep septembar|okt oktobar|"
    "nov novembar|dec decembar",
    "Slovenian": "jan januar|feb februar|mar marec|apr april|maj|jun junij|jul julij|avg avgust|sep september|"
    "okt oktober|nov november|dec december",
    "Albanian": "jan janar|shk shkurt|mar mars|pri prill|maj|qer qershor|korr korrik|gush gusht|sht shtator|"
    "tet tetor|nen nentor|dhj dhjetor",
    "Estonian": "jaan jaanuar|veebr veebruar|marts|apr aprill|mai|juuni|juuli|aug august|sept september|"
    "okt oktoober|nov november|dets detsember",
    "Latvian": "janv janvaris|febr februaris|marts|apr aprilis|maijs|jun junijs|jul julijs|aug augusts|"
    "sept septembris|okt oktobris|nov novembris|dec decembris",
    "Lithuanian": "saus sausio sausis|vas vasario vasaris|kov kovo kovas|bal balandzio balandis|"
    "geg geguzes geguze|birz birzelio birzelis|liep liepos liepa|rugp rugpjucio rugpjutis|"
    "rugs rugsejo rugsejis|spal spalio spalis|lapkr lapkricio lapkritis|gruod gruodzio gruodis",
    "Catalan": "gen gener|febr febrer|marc|abr abril|maig|juny|jul juliol|ag agost|set setembre|oct octubre|"
    "nov novembre|des desembre",
    "Galician": "xan xaneiro|feb febreiro|mar marzo|abr abril|maio|xuno|xul xullo|ago agosto|set setembro|"
    "out outubro|nov novembro|dec decembro",
    "Basque": "urt urtarrila|ots otsaila|mar martxoa|api apirila|mai maiatza|eka ekaina|uzt uztaila|"
    "abu abuztua|ira iraila|urr urria|aza azaroa|abe abendua",
    "Irish": "ean eanair|feabh feabhra|marta|aib aibrean|beal bealtaine|meith meitheamh|iuil|lun lunasa|"
    "mfomh|dfomh|samh samhain|noll nollaig",
    "Welsh": "ion ionawr|chw chwef chwefror|maw mawrth|ebr ebrill|mai|meh mehefin|gor gorff gorffennaf|awst|"
    "medi|hyd hydref|tach tachwedd|rhag rhagfyr",
    "Maltese": "jan jannar|fra frar|mar marzu|apr april|mej mejju|gun gunju|lul lulju|aww awwissu|"
    "set settembru|ott ottubru|nov novembru|dic dicembru",
    "Indonesian": "jan januari|feb februari|mar maret|apr april|mei|jun juni|jul juli|agu agustus|"
    "sep september|okt oktober|nov november|des desember",
    "Malay": "jan januari|feb februari|mac|apr april|mei|jun|jul julai|ogo ogos|sep september|okt oktober|"
    "nov november|dis disember",
    "Vietnamese": "thg1 thang1|thg2 thang2|thg3 thang3|thg4 thang4|thg5 thang5|thg6 thang6|thg7 thang7|"
    "thg8 thang8|thg9 thang9|thg10 thang10|thg11 thang11|thg12 thang12",
    "Afrikaans": "jan januarie|feb februarie|mrt maart|apr april|mei|jun junie|jul julie|aug augustus|"
    "sep september|okt oktober|nov november|des desember",
    "Swahili": "jan januari|feb februari|mac machi|apr aprili|mei|jun juni|jul julai|ago agosti|"
    "sep septemba|okt oktoba|nov novemba|des desemba",
    "Filipino": "ene enero|peb pebrero|mar marso|abr abril|may mayo|hun hunyo|hul hulyo|ago agosto|"
    "set setyembre|okt oktubre|nob nobyembre|dis disyembre",
    "Azerbaijani": "yan yanvar|fev fevral|mar mart|apr aprel|may|iyn iyun|iyl iyul|avq avqust|sen sentyabr|"
    "okt oktyabr|noy noyabr|dek dekabr",
    "Uzbek": "yan yanvar|fev fevral|mar mart|apr aprel|may|iyn iyun|iyl iyul|avg avgust|sen sentabr|"
    "okt oktabr|noy noyabr|dek dekabr",
}
_SHORTEST = 3

LANGUAGES = {
    language: {form: number for number, forms in enumerate(names.split("|"), 1) for form in forms.split()}
    for language, names in _NAMES.items()
}
"""Language to folded name to month number. Croatian disagrees with Czech and Polish on lip, srp, lis and listopad."""


def month_word(text: str) -> str:
    """The month name in ``text``, folded, without points, spaces and Catalan or Portuguese ``de``.

    >>> month_word("févr."), month_word("d’abr."), month_word("AĞU"), month_word("thg 7")
    ('fevr', 'abr', 'agu', 'thg7')
    """
    word = fold(text).removeprefix("de ").removeprefix("d'").removesuffix(" de")
    return word.replace(".", "").replace(" ", "")


def months_of(word: str, languages: Iterable[str] = LANGUAGES) -> dict[int, str]:
    """Every month that ``word`` (from ``month_word``) can mean, with a language it is in; empty if none.

    A name written exactly wins; otherwise the names with the longest common beginning of at least 3 letters.

    >>> months_of("sept"), months_of("jui"), months_of("xyz")
    ({9: 'English'}, {6: 'French', 7: 'French'}, {})
    """
    found: dict[int, str] = {}
    best = _SHORTEST
    for language in languages:
        forms = LANGUAGES[language]
        if word in forms:
            if best <= len(word):
                best = len(word) + 1
                found.clear()
            found.setdefault(forms[word], language)
            continue
        for form, month in forms.items():
            common = min(len(form), len(word))
            if common < best or form[:common] != word[:common]:
                continue
            if common > best:
                best = common
                found.clear()
            found.setdefault(month, language)
    return found


def languages_of(words: Iterable[str]) -> list[str]:
    """The languages in which each of ``words`` is a month."""
    distinct = set(words)
    return [language for language in LANGUAGES if all(months_of(word, (language,)) for word in distinct)]
