"""What stands around a printed date: weekdays, labels, halves of the day, zones. Sorted by language, 2026-11."""

# Monday first; the abbreviations newspapers print.
WEEKDAYS = {
    "ar": (
        "الاثنين الاتنين الثلاثاء الاربعاء الخميس الجمعه الجمعة السبت الاحد اثنين ثلاثاء اربعاء خميس جمعه جمعة سبت احد"
    ),
    "bg": "понеделник вторник сряда четвъртък петък събота неделя",
    "bn": "সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার রোববার",
    "cs": "pondělí úterý středa čtvrtek pátek sobota neděle",
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so",
    "el": "δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή δευ τρι τετ πεμ παρ σαβ κυρ",
    "en": "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun",
    "es": "lunes martes miércoles jueves viernes sábado domingo lun mié jue vie sáb dom",
    "et": "esmaspäev teisipäev kolmapäev neljapäev reede laupäev pühapäev",
    "fa": "دوشنبه سه‌شنبه سه چهارشنبه پنجشنبه پنج جمعه شنبه یکشنبه یک دو چهار سهشنبه پنجشنبه",
    "fi": "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai ma ti ke to pe la su",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim",
    "gu": "સોમવાર મંગળવાર બુધવાર ગુરુવાર શુક્રવાર શનિવાર રવિવાર",
    "ha": "litinin talata laraba alhamis jumma asabar lahadi",
    "he": "שני שלישי רביעי חמישי שישי שבת ראשון יום",
    "hi": "सोमवार मंगलवार बुधवार गुरुवार बृहस्पतिवार शुक्रवार शनिवार रविवार",
    "hr": "ponedjeljak utorak srijeda četvrtak petak subota nedjelja",
    "hu": "hétfő kedd szerda csütörtök péntek szombat vasárnap",
    "id": "senin selasa rabu kamis jumat sabtu minggu ahad",
    "is": "mánudagur þriðjudagur miðvikudagur fimmtudagur föstudagur laugardagur sunnudagur",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica lun gio ven sab dom",
    "km": "ច័ន្ទ អង្គារ ពុធ ព្រហស្បតិ៍ សុក្រ សៅរ៍ អាទិត្យ",
    "kn": "ಸೋಮವಾರ ಮಂಗಳವಾರ ಬುಧವಾರ ಗುರುವಾರ ಶುಕ್ರವಾರ ಶನಿವಾರ ಭಾನುವಾರ",
    "lt": "pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis",
    "lv": "pirmdiena otrdiena trešdiena ceturtdiena piektdiena sestdiena svētdiena",
    "mk": "понеделник вторник среда четврток петок сабота недела",
    "ml": "തിങ്കൾ ചൊവ്വ ബുധൻ വ്യാഴം വെള്ളി ശനി ഞായർ",
    "mr": "मंगळवार",
    "ms": "isnin rabu khamis jumaat sabtu ahad",
    "ne": "सोमबार मंगलबार बुधबार बिहीबार शुक्रबार शनिबार आइतबार",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo",
    "no": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "pl": "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "pt": "segunda terça quarta quinta sexta sábado domingo feira seg ter qua qui sex sáb dom",
    "ro": "luni marți miercuri joi vineri sâmbătă duminică",
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс",
    "si": "සඳුදා අඟහරුවාදා බදාදා බ්‍රහස්පතින්දා සිකුරාදා සෙනසුරාදා ඉරිදා",
    "sk": "pondelok utorok streda štvrtok piatok sobota nedeľa",
    "sl": "ponedeljek torek sreda četrtek petek sobota nedelja",
    "so": "isniin talaado arbaco khamiis jimco sabti axad",
    "sr": "ponedeljak utorak sreda četvrtak petak subota nedelja понедељак уторак среда четвртак петак субота недеља",
    "sv": "måndag tisdag onsdag torsdag fredag lördag söndag mån tis ons tors tor fre lör sön",
    "sw": "jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili",
    "ta": "திங்கட்கிழமை செவ்வாய்க்கிழமை புதன்கிழமை வியாழக்கிழமை வெள்ளிக்கிழமை சனிக்கிழமை ஞாயிற்றுக்கிழமை",
    "te": "సోమవారం మంగళవారం బుధవారం గురువారం శుక్రవారం శనివారం ఆదివారం",
    "th": ("จันทร์ อังคาร พุธ พฤหัสบดี ศุกร์ เสาร์ อาทิตย์ วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์ วันเสาร์ วันอาทิตย์"),
    "tl": "lunes martes miyerkules huwebes biyernes sabado linggo",
    "tr": "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
    "uk": "понеділок вівторок середа четвер п'ятниця субота неділя пн вт ср чт пт сб нд",
    "ur": "پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار",
    "vi": "thứ hai ba tư sáu bảy chủ nhật cn",
}

# Words that say the date is of publication.
PUBLISHED = {
    "ar": "نشر نشرت النشر تاريخ التاريخ بتاريخ كتب كتبت صدر اضيف اضيفت حرر حررت",
    "bg": "публикувана публикувано",
    "bn": "প্রকাশ প্রকাশিত প্রকাশের",
    "cs": "vydáno publikováno zveřejněno",
    "da": "publiceret udgivet offentliggjort",
    "de": "veröffentlicht erstellt erschienen publiziert stand",
    "el": "δημοσίευση δημοσιεύτηκε δημοσιεύθηκε",
    "en": "published publish posted post date dated issued released created first original filed publication recorded",
    "es": "publicado publicada fecha creado",
    "et": "avaldatud",
    "fa": "انتشار منتشر تاریخ نشر درج شده ارسال خبر",
    "fi": "julkaistu",
    "fr": "publié publiée publication sur mis mise ligne posté créé paru parution",
    "gu": "પ્રકાશિત",
    "he": "פורסם פורסמה תאריך נכתב",
    "hi": "प्रकाशित पब्लिश",
    "hr": "objavljeno",
    "hu": "megjelent közzétéve",
    "id": "diterbitkan dipublikasikan terbit tayang",
    "is": "birt",
    "it": "pubblicato pubblicata data",
    "ja": "公開 公開日 掲載 配信 投稿 投稿日 発表 発行 初出 公開日時 掲載日 配信日",
    "ka": "გამოქვეყნდა",
    "km": "ផ្សាយ ចេញផ្សាយ",
    "kn": "ಪ್ರಕಟಣೆ ಪ್ರಕಟಿಸಲಾಗಿದೆ",
    "ko": "입력 게재 등록 작성 기사입력 송고 발행 승인",
    "lt": "paskelbta publikuota",
    "lv": "publicēts",
    "ml": "പ്രസിദ്ധീകരിച്ചത് പ്രസിദ്ധീകരിച്ചു",
    "nl": "gepubliceerd geplaatst",
    "no": "publisert",
    "pl": "opublikowano data publikacji dodano",
    "pt": "publicado publicada postado data criado",
    "ro": "publicat publicată data publicării",
    "ru": "опубликовано опубликован дата публикации размещено",
    "sk": "publikované uverejnené zverejnené",
    "sl": "objavljeno",
    "so": "daabacay",
    "sr": "објављено",
    "sv": "publicerad publicerat",
    "sw": "imechapishwa ilichapishwa",
    "ta": "வெளியிடப்பட்டது",
    "te": "ప్రచురణ ప్రచురించబడింది",
    "th": "เผยแพร่ เผยแพร่เมื่อ วันที่",
    "tl": "nailathala",
    "tr": "yayınlanma yayınlandı yayın giriş tarihi tarih eklenme oluşturulma",
    "uk": "опубліковано дата публікації",
    "ur": "شائع اشاعت تاریخ",
    "vi": "đăng xuất bản",
    "zh": "发布 发布时间 发布日期 发表 发表于 发布于 時間 时间 發布 發佈 發布時間 發佈時間 發表 刊登 日期",
}

# Words that say it is of a change.
UPDATED = {
    "ar": "تحديث تحديثه تم اخر حدث حدثت عدل تعديل محدث",
    "bg": "обновена обновено последна променена промяна",
    "bn": "আপডেট হালনাগাদ",
    "ca": "actualitzat actualitzada actualització",
    "cs": "aktualizováno naposledy poslední upraveno změna změněno",
    "da": "opdateret",
    "de": "aktualisiert geändert zuletzt update",
    "el": "ενημέρωση ενημερώθηκε τελευταία τροποποίηση τροποποιήθηκε",
    "en": "updated update modified last edited revised changed latest",
    "es": "actualizado actualizada última actualización modificado modificación",
    "fa": "بروزرسانی به‌روزرسانی روزآمد آخرین ویرایش بهروزرسانی",
    "fi": "päivitetty muokattu",
    "fr": "modifié modifiée jour actualisé dernière modification màj maj",
    "gu": "અપડેટ અપડેટેડ",
    "he": "עודכן עדכון אחרון",
    "hi": "अपडेट अपडेटेड संशोधित",
    "hr": "ažurirano izmijenjeno izmjena zadnja",
    "hu": "frissítve módosítva",
    "id": "diperbarui diperbaharui pembaruan",
    "is": "breytt síðast uppfært",
    "it": "aggiornato aggiornata ultimo aggiornamento modifica modificato",
    "ja": "更新 更新日 更新日時 最終更新 最終更新日 改訂",
    "ka": "განახლდა",
    "kn": "ಅಪ್‌ಡೇಟ್ ನವೀಕರಿಸಲಾಗಿದೆ",
    "ko": "수정 업데이트 최종수정 갱신",
    "ml": "അപ്ഡേറ്റ് പുതുക്കിയത്",
    "nl": "aangepast bijgewerkt gewijzigd laatst",
    "no": "oppdatert endret sist",
    "pl": "aktualizacja ostatnia ostatnio zaktualizowano zmieniany zmieniono zmodyfikowano",
    "pt": "atualizado atualizada atualização última modificado actualizado actualização",
    "ro": "actualizat actualizată actualizare actualizării ultima data",
    "ru": "обновлен обновлено изменен изменение изменено последнее",
    "sk": "aktualizované naposledy posledná upravené zmena",
    "sl": "nazadnje posodobljeno spremenjeno urejano zadnja",
    "sr": "ажурирано измена измењено izmenjeno последња poslednja",
    "sv": "uppdaterad uppdaterat ändrad senast",
    "sw": "imesasishwa ilisasishwa",
    "ta": "புதுப்பிக்கப்பட்டது அப்டேட்",
    "te": "అప్‌డేట్ నవీకరించబడింది",
    "th": "อัปเดต แก้ไข ล่าสุด",
    "tr": "güncelleme güncellendi güncellenme son",
    "uk": "оновлено змінено",
    "ur": "اپڈیٹ ترمیم",
    "vi": "cập nhật sửa",
    "zh": "更新 更新时间 更新時間 最后 最後 更新于",
}

# Small words between the parts of a date, markers of year, day and hour, ordinal endings.
CONNECTORS = {
    "ar": (
        "من في عام سنه سنة يوم الساعه الساعة علي عند و ل الموافق ميلادي ميلاديه هجري توقيت بتوقيت المكرمه المكرمة دقيقه"
    ),
    "bn": "টা মিনিট",
    "cs": "v ve dne hod",
    "da": "d den kl klokken",
    "de": "am den der um vom von uhr",
    "el": "στις και ώρα του",
    "en": "a an and ast at bst clock cst dated hours hrs in is ist o of on nd rd st th the time to uk",
    "es": "a al alle de del el en fecha hora la las las los y",
    "et": "a kell",
    "fa": "در ساعت روز به ماه سال مورخ ی",
    "fi": "klo kello",
    "fr": "à au er er1 ème e heure le les",
    "he": "ב ה בשעה שעה של ש",
    "hi": "को पर बजे",
    "hu": "án én i",
    "id": "pada pukul",
    "it": "alle ore di il",
    "ja": "の",
    "km": "ថ្ងៃ ថ្ងៃទី ទី ខែ ឆ្នាំ",
    "lt": "d m",
    "nl": "om op van",
    "no": "i klokka",
    "pl": "dnia g godz o r roku w",
    "ps": "د",
    "pt": "às as da das do em ª º",
    "ro": "la ora",
    "ru": "в г год года году к о от р час",
    "sv": "för klockan",
    "th": "คศ พศ ที่ เมื่อ เวลา น",
    "tr": "da saat",
    "uk": "о об й рік року",
    "ur": "کی کو",
    "vi": "lúc nam năm ngày vào u",
    "zh": "于 於 在",
}

# Letters and words of the halves of the day: 1 before noon, 2 after it, 3 night, 4 around noon.
HALVES = {
    1: (
        "am ص صباحا صباح فجرا الصباح صبح قظ بامداد पूर्वाह्न सुबह सकाळी बिहान এএম পূর্বাহ্ন সকাল સવારે ఉదయం காலை ಬೆಳಿಗ್ಗೆ ಬೆಳಗ್ಗೆ"
        " രാവിലെ ጥዋት ጠዋት pagi πμ öö 오전 上午 午前 凌晨 早上 清晨"
    ),
    2: (
        "pm مساء مساءا المساء عصرا بعدالظهر عصر بظ अपराह्न शाम दोपहर सायंकाळी संध्याकाळी दुपारी साँझ"
        " পিএম অপরাহ্ন বিকেল বিকাল সন্ধ্যা સાંજે సాయంత్రం மாலை ಸಂಜೆ വൈകിട്ട് ከሰዓት petang ptg μμ ös 오후 下午 午後 晚上 傍晚"
    ),
    3: "ليلا الليل شب رات रात रात्री राति রাত રાત્રે రాత్రి இரவு ರಾತ್ರಿ രാത്രി",
    4: "ظهرا الظهر noon দুপুর બપોરે మధ్యాహ్నం மதியம் பிற்பகல் ಮಧ್ಯಾಹ್ನ 中午 正午",
}

# Zones that mean one thing wherever printed, in minutes east of Greenwich. IST, CST, AST and BST mean
# several.
ZONES = {
    "cat": 120,
    "cest": 120,
    "cet": 60,
    "eat": 180,
    "edt": -240,
    "eest": 180,
    "eet": 120,
    "est": -300,
    "gmt": 0,
    "gst": 240,
    "hkt": 480,
    "hst": -600,
    "jst": 540,
    "ksa": 180,
    "kst": 540,
    "mdt": -360,
    "mesz": 120,
    "mez": 60,
    "msk": 180,
    "pdt": -420,
    "pkt": 300,
    "pst": -480,
    "sast": 120,
    "trt": 180,
    "utc": 0,
    "wat": 60,
    "wib": 420,
    "z": 0,
    "мск": 180,
    "تغ": 0,
    "غرينتش": 0,
    "جرينتش": 0,
    "غرينيتش": 0,
    "مكه": 180,
    "مكة": 180,
    "السعودية": 180,
}

# Zones that keep summer time and print one name all year.
REGIONS = {
    "ct": "America/Chicago",
    "et": "America/New_York",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
}

# Units and words of "3 hours ago", for telling such a line from a story; no date is made of them.
RELATIVE = (
    "ago ayer bugün dakika day days días dün fa gestern giorni gün hace heures heute hier hoje hora horas hour "
    "hours hoy há ieri il jour jours just min mins minute minuten minutes minuti minutos month months now oggi "
    "ontem ora ore read saat second seconds stunde stunden tag tagen today vor week weeks yesterday önce вчера "
    "минут минуты назад сегодня час часа часов אתמול דקות היום ימים לפני שעות اسبوع اشهر الان اليوم امروز امس "
    "ايام ثانية ثواني دقائق دقيقة دقیقه دیروز روز ساعات ساعة ساعت شهر قبل قراءة منذ منٹ يوم پہلے پیش گھنٹے 今天 "
    "今日 前 天前 昨天 昨日 간 전 "
    # The Germanic, Nordic, Baltic and Slavic languages, Finnish, Estonian, Hungarian and Greek, 2026-11-28.
    "dagar dage dagen dana danas danes dani dienas dienām dienų dnes dnevi dni dny dzisiaj dziś dňami eile eilen "
    "fyrir før geleden gisteren godzin godziny går gær hodinami hodín i_dag idag igår juče jučer klst "
    "klukkustund klukkustundum minuta minutami minuter minutes minuti minutit minutter minuty minuuttia minučių "
    "minūtēm mínútum napja perce pirms pre pred prieš prije päeva päivää sata sati sedan siden sitten stundas "
    "stundām síðan tagasi tegnap temu tim timer timmar tundi tuntia tygodni täna tänään uge uger urami uren "
    "vakar val valandas valandų vandaag veckor včera včeraj wczoraj weken órája šiandien šodien ημέρες λεπτά "
    "πριν σήμερα χθες ώρες вчора годин години дана данас денес днес дни дні днів минута минути пре пред преди "
    "сати сегодня сьогодні сёння таму тому учора хвилин хвилини часа јуче"
)
# The same with their number inside.
RELATIVE_COUNTED = "ساعتين دقيقتين يومين اسبوعين شهرين שעתיים יומיים"
