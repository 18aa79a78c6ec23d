"""Month names of the languages written in Latin letters, in the form ``months`` describes."""

LATIN = {
    "af": (
        "januarie jan|februarie feb|maart mrt|april apr|mei|junie jun|julie jul|augustus aug|september sep"
        "|oktober okt|november nov|desember des"
    ),
    "az": (
        "yanvar yan|fevral fev|mart mar|aprel apr|may|iyun iyn|iyul iyl|avqust avq|sentyabr sen|oktyabr okt"
        "|noyabr noy|dekabr dek"
    ),
    "ca": (
        "gener gen de_gener de_gen|febrer febr de_febrer de_febr|març de_març|abril abr dabril dabr|maig de_maig"
        "|juny de_juny|juliol jul de_juliol de_jul|agost ag dagost dag|setembre set de_setembre de_set"
        "|octubre oct doctubre doct|novembre nov de_novembre de_nov|desembre des de_desembre de_des"
    ),
    "cs": (
        "leden ledna led|únor února úno|březen března bře|duben dubna dub|květen května kvě|červen června čvn"
        "|červenec července čvc|srpen srpna srp|září zář|říjen října říj|listopad listopadu lis"
        "|prosinec prosince pro"
    ),
    "da": (
        "januar jan|februar feb|marts mar|april apr|maj|juni jun|juli jul|august aug|september sep sept"
        "|oktober okt|november nov|december dec"
    ),
    "de": (
        "januar jan jänner jän|februar feb feber|märz mär mrz|april apr|mai|juni jun|juli jul|august aug"
        "|september sep sept|oktober okt|november nov|dezember dez"
    ),
    "en": (
        "january jan|february feb febr|march mar|april apr|may|june jun|july jul|august aug|september sep sept"
        "|october oct|november nov|december dec"
    ),
    "es": (
        "enero ene|febrero feb|marzo mar|abril abr|mayo may|junio jun|julio jul|agosto ago"
        "|septiembre setiembre sep sept set|octubre oct|noviembre nov|diciembre dic"
    ),
    "et": (
        "jaanuar jaan|veebruar veebr|märts|aprill apr|mai|juuni|juuli|august aug|september sept|oktoober okt"
        "|november nov|detsember dets"
    ),
    "fi": (
        "tammikuuta tammikuu tammi|helmikuuta helmikuu helmi|maaliskuuta maaliskuu maalis"
        "|huhtikuuta huhtikuu huhti|toukokuuta toukokuu touko|kesäkuuta kesäkuu kesä|heinäkuuta heinäkuu heinä"
        "|elokuuta elokuu elo|syyskuuta syyskuu syys|lokakuuta lokakuu loka|marraskuuta marraskuu marras"
        "|joulukuuta joulukuu joulu"
    ),
    "fr": (
        "janvier janv jan|février févr fév|mars|avril avr|mai|juin|juillet juil|août|septembre sept sep"
        "|octobre oct|novembre nov|décembre déc"
    ),
    "gl": (
        "xaneiro xan|febreiro feb|marzo mar|abril abr|maio|xuño|xullo xul|agosto ago|setembro set|outubro out"
        "|novembro nov|decembro dec"
    ),
    "ha": ("janairu|fabrairu|maris|afrilu|mayu|yuni|yuli|agusta|satumba|oktoba|nuwamba|disamba"),
    "hr": (
        "siječnja siječanj sij|veljače veljača velj|ožujka ožujak ožu|travnja travanj tra|svibnja svibanj svi"
        "|lipnja lipanj lip|srpnja srpanj srp|kolovoza kolovoz kol|rujna rujan ruj|listopada listopad lis"
        "|studenoga studenog studeni stu|prosinca prosinac pro"
    ),
    "hu": (
        "január jan|február febr|március márc|április ápr|május máj|június jún|július júl|augusztus aug"
        "|szeptember szept|október okt|november nov|december dec"
    ),
    "id": (
        "januari jan|februari feb|maret mar|april apr|mei|juni jun|juli jul|agustus agu ags agt|september sep"
        "|oktober okt|november nov|desember des"
    ),
    "is": (
        "janúar jan|febrúar feb|mars mar|apríl apr|maí|júní jún|júlí júl|ágúst ágú|september sep|október okt"
        "|nóvember nóv|desember des"
    ),
    "it": (
        "gennaio gen|febbraio feb|marzo mar|aprile apr|maggio mag|giugno giu|luglio lug|agosto ago"
        "|settembre sett set|ottobre ott|novembre nov|dicembre dic"
    ),
    "lt": (
        "sausio saus|vasario vas|kovo kov|balandžio bal|gegužės geg|birželio birž|liepos liep|rugpjūčio rugp"
        "|rugsėjo rugs|spalio spal|lapkričio lapkr|gruodžio gruod"
    ),
    "lv": (
        "janvāris janvārī janv|februāris februārī febr|marts martā|aprīlis aprīlī apr|maijs maijā"
        "|jūnijs jūnijā jūn|jūlijs jūlijā jūl|augusts augustā aug|septembris septembrī sept|oktobris oktobrī okt"
        "|novembris novembrī nov|decembris decembrī dec"
    ),
    "ms": (
        "januari jan|februari feb|mac|april apr|mei|jun|julai jul|ogos ogo|september sep|oktober okt|november nov"
        "|disember dis"
    ),
    "nl": (
        "januari jan|februari feb|maart mrt|april apr|mei|juni jun|juli jul|augustus aug|september sep sept"
        "|oktober okt|november nov|december dec"
    ),
    "no": (
        "januar jan|februar feb|mars mar|april apr|mai|juni jun|juli jul|august aug|september sep sept"
        "|oktober okt|november nov|desember des"
    ),
    "pl": (
        "stycznia styczeń sty|lutego luty lut|marca marzec mar|kwietnia kwiecień kwi|maja maj"
        "|czerwca czerwiec cze|lipca lipiec lip|sierpnia sierpień sie|września wrzesień wrz"
        "|października październik paź|listopada listopad lis|grudnia grudzień gru"
    ),
    "pt": (
        "janeiro jan|fevereiro fev|março mar|abril abr|maio mai|junho jun|julho jul|agosto ago|setembro set"
        "|outubro out|novembro nov|dezembro dez"
    ),
    "ro": (
        "ianuarie ian|februarie feb|martie mar|aprilie apr|mai|iunie iun|iulie iul|august aug|septembrie sept"
        "|octombrie oct|noiembrie nov noi|decembrie dec"
    ),
    "sk": (
        "januára január jan|februára február feb|marca marec mar|apríla apríl apr|mája máj|júna jún|júla júl"
        "|augusta august aug|septembra september sep|októbra október okt|novembra november nov"
        "|decembra december dec"
    ),
    "sl": (
        "januarja januar jan|februarja februar feb|marca marec mar|aprila april apr|maja maj|junija junij jun"
        "|julija julij jul|avgusta avgust avg|septembra september sep|oktobra oktober okt|novembra november nov"
        "|decembra december dec"
    ),
    "so": (
        "janaayo|febraayo|maarso|abriil|maajo|juun|luulyo|agoosto|sebtembar sebteembar|oktoobar|nofembar noofembar"
        "|diseembar"
    ),
    "sq": (
        "janar jan|shkurt shk|mars mar|prill pri|maj|qershor qer|korrik korr|gusht gush|shtator sht|tetor tet"
        "|nëntor nën|dhjetor dhj"
    ),
    "sv": (
        "januari jan|februari feb|mars|april apr|maj|juni jun|juli jul|augusti aug|september sep sept|oktober okt"
        "|november nov|december dec"
    ),
    "sw": (
        "januari jan|februari feb|machi mac|aprili apr|mei|juni jun|julai jul|agosti ago|septemba sep|oktoba okt"
        "|novemba nov|desemba des"
    ),
    "tl": (
        "enero ene|pebrero peb|marso mar|abril abr|mayo may|hunyo hun|hulyo hul|agosto ago|setyembre set"
        "|oktubre okt|nobyembre nob|disyembre dis"
    ),
    "tr": (
        "ocak oca|şubat şub|mart mar|nisan nis|mayıs may|haziran haz|temmuz tem|ağustos ağu|eylül eyl|ekim eki"
        "|kasım kas|aralık ara"
    ),
    "uz": (
        "yanvar yan|fevral fev|mart mar|aprel apr|may|iyun iyn|iyul iyl|avgust avg|sentabr sen|oktabr okt"
        "|noyabr noy|dekabr dek"
    ),
    "vi": (
        "tháng_một tháng_giêng|tháng_hai|tháng_ba|tháng_tư|tháng_năm|tháng_sáu|tháng_bảy|tháng_tám|tháng_chín"
        "|tháng_mười|tháng_mười_một|tháng_mười_hai"
    ),
}
