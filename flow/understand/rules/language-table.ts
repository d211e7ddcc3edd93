/** Languages a message is told apart into; codes of ISO 639. `und`: letters, but of which language is not known. */
export const languageCodes = [
  'ru',
  'tt',
  'ba',
  'cv',
  'uk',
  'be',
  'kk',
  'ky',
  'uz',
  'tg',
  'az',
  'tr',
  'sah',
  'os',
  'ce',
  'mn',
  'hy',
  'ka',
  'he',
  'ar',
  'fa',
  'zh',
  'ja',
  'ko',
  'vi',
  'hi',
  'en',
  'de',
  'fr',
  'es',
  'und',
] as const;
export type LanguageCode = (typeof languageCodes)[number];

/** What a language of Cyrillic or Latin letters is known by. */
export interface LanguageProfile {
  readonly code: LanguageCode;
  readonly script: 'cyrillic' | 'latin';
  /** Letters Russian (or English) has not; those of several languages weigh less by themselves. */
  readonly letters: string;
  /** Letters the language has not: each speaks against it. */
  readonly without: string;
  /** Everyday words, folded as in texts (ё as е). */
  readonly words: string;
}

export const languageProfiles: readonly LanguageProfile[] = [
  {
    code: 'ru',
    script: 'cyrillic',
    letters: '',
    without: 'іїєґўәғқңөұүһҙҫҡӑӗӳӣӯҳҷӕӏҕҥҗ',
    words:
      'и в во не на что это как но уже есть нет был была было были или из от до по за при мы вы они он она я у к с со для так же бы если когда где почему кто который все всё очень можно надо нужно прошу просьба спасибо здравствуйте пожалуйста дом доме дома улица улице двор дворе вода воды снег яма дорога подъезд подъезде свет мусор лифт работает люди дети день сегодня вчера месяц год нам нас вас мне меня этот эта эти только тоже еще опять снова чтобы после около возле рядом через',
  },
  {
    code: 'uk',
    script: 'cyrillic',
    letters: 'іїєґ',
    without: 'ыэёъўәқүөһҫӑ',
    words:
      'і та що не на це як але вже є немає був була було були або від по за при ми ви вони він вона у до для так же якщо коли де чому хто який всі дуже можна треба потрібно прошу дякую добрий день будь ласка будинок будинку вулиця вулиці двір дворі вода води сніг дорога дорозі світло сміття ліфт працює люди діти сьогодні вчора нам нас вас мені цей ця ці тільки також ще знову щоб після біля через допоможіть ніхто місяць',
  },
  {
    code: 'be',
    script: 'cyrillic',
    letters: 'ўі',
    without: 'иїєґщъәқғҳөү',
    words:
      'і ў што не на гэта як але ўжо ёсць няма быў была было былі або ад да па за пры мы вы яны ён яна для так калі дзе чаму хто які усе вельмі можна трэба прашу дзякуй добры дзень калі ласка дом доме вуліца вуліцы двор двары вада вады снег дарога дарозе святло смецце ліфт працуе людзі дзеці сёння учора нам нас вас мне гэты толькі таксама яшчэ зноў каб пасля каля праз дапамажыце ніхто месяц',
  },
  {
    code: 'kk',
    script: 'cyrillic',
    letters: 'әғқңөұүһі',
    without: 'ҙҫҡӑӗӳӣӯҷҳїєґў',
    words:
      'және бұл бір мен сен біз сіз олар үшін емес жоқ бар қалай қашан қайда неге өте керек көше үй үйде су жарық жол көмек рахмет сәлеметсіз бе өтінемін балалар адамдар бүгін кеше жұмыс істемейді болып тұр деп ғана туралы кейін дейін қоқыс ауыз',
  },
  {
    code: 'ky',
    script: 'cyrillic',
    letters: 'ңөү',
    without: 'әғқұіһҙҫҡӑӗӳӣӯҷҳїєґўҕҥҗ',
    words:
      'жана бул бир мен сен биз сиз алар үчүн эмес жок бар кандай качан кайда эмне абдан керек көчө көчөдө үй үйдө суу жарык жол жардам рахмат саламатсызбы сураныч балдар адамдар бүгүн кечээ иштебейт болуп турат деп гана жөнүндө кийин чейин таштанды',
  },
  {
    code: 'tt',
    script: 'cyrillic',
    letters: 'әөүҗңһ',
    without: 'ғқұіҙҫҡӑӗӳӣӯҷҳїєґў',
    words:
      'һәм бу бер мин син без сез алар өчен түгел юк бар ничек кайчан кайда нигә бик кирәк урам урамда йорт йортта су яктылык юл ярдәм рәхмәт исәнмесез зинһар балалар кешеләр бүген кичә эшләми тора дип генә турында соң кадәр чүп белән инде дә тә әле безнең сезнең торган булган',
  },
  {
    code: 'ba',
    script: 'cyrillic',
    letters: 'әөүңһҙҫҡғ',
    without: 'құіҗӑӗӳӣӯҷҳїєґў',
    words:
      'һәм был бер мин һин беҙ һеҙ улар өсөн түгел юҡ бар нисек ҡасан ҡайҙа ниңә бик кәрәк урам урамда йорт йортта һыу яҡтылыҡ юл ярҙам рәхмәт һаумыһығыҙ зинһар балалар кешеләр бөгөн кисә эшләмәй тора тип ҡына тураһында һуң тиклем сүп менән инде лә беҙҙең һеҙҙең торған булған',
  },
  {
    code: 'cv',
    script: 'cyrillic',
    letters: 'ӑӗҫӳ',
    without: 'әғқңөұүһіҙҡҗїєґўӣӯҷҳ',
    words:
      'тата ку пӗр эпӗ эсӗ эпир эсир вӗсем валли мар ҫук пур мӗнле хӑҫан ӑҫта мӗншӗн питӗ кирлӗ урам урамра ҫурт ҫуртра шыв ҫутӑ ҫул пулӑшу тавтапуҫ сывлӑх сунатӑп ачасем ҫынсем паян ӗнер ӗҫлемест тӑрать тесе ҫеч ҫинчен хыҫҫӑн таран ҫӳп халӗ те пирӗн сирӗн',
  },
  {
    code: 'uz',
    script: 'cyrillic',
    letters: 'ўқғҳ',
    without: 'ыщіїєґәңөүһҙҫҡӑӗӣӯҷ',
    words:
      'ва бу бир мен сен биз сиз улар учун эмас йўқ бор қандай қачон қаерда нега жуда керак кўча кўчада уй уйда сув чироқ йўл ёрдам раҳмат ассалому алайкум илтимос болалар одамлар бугун кеча ишламайди турибди деб фақат ҳақида кейин ахлат билан ҳам',
  },
  {
    code: 'uz',
    script: 'latin',
    letters: 'ʻʼ',
    without: 'wəığşçöüäß',
    words:
      "va bu bir men sen biz siz ular uchun emas yoq yo'q bor qanday qachon qayerda nega juda kerak kocha ko'cha uy uyda suv chiroq yol yo'l yordam rahmat assalomu alaykum iltimos bolalar odamlar bugun kecha ishlamaydi turibdi deb faqat haqida keyin axlat bilan ham",
  },
  {
    code: 'tg',
    script: 'cyrillic',
    letters: 'ғӣқӯҳҷ',
    without: 'ыщіїєґәңөүһҙҫҡӑӗў',
    words:
      'ва ин як ман ту мо шумо онҳо барои нест ҳаст чӣ хел кай куҷо чаро бисёр лозим кӯча кӯчаи хона дар об барқ роҳ ёрӣ кӯмак раҳмат ташаккур салом ассалому алайкум лутфан хоҳиш мекунам кӯдакон одамон имрӯз дирӯз кор намекунад аст ки аз ба бо то баъд ахлот ҳам',
  },
  {
    code: 'az',
    script: 'latin',
    letters: 'əğışçöü',
    without: 'wß',
    words:
      'və bu bir mən sən biz siz onlar üçün deyil yox var necə nə vaxt harada niyə çox lazım küçə küçədə ev evdə su işıq yol kömək təşəkkür sağ olun salam xahiş edirəm uşaqlar insanlar bu gün dünən işləmir ki ilə sonra qədər zibil',
  },
  {
    code: 'tr',
    script: 'latin',
    letters: 'ğışçöü',
    without: 'əqwxß',
    words:
      've bu bir ben sen biz siz onlar için değil yok var nasıl ne zaman nerede neden çok lazım sokak sokakta ev evde su ışık yol yardım teşekkür merhaba lütfen çocuklar insanlar bugün dün çalışmıyor ki ile sonra kadar çöp',
  },
  {
    code: 'sah',
    script: 'cyrillic',
    letters: 'ҕҥөһү',
    without: 'әғқңіҙҫҡӑӗҗұ',
    words:
      'уонна бу биир мин эн биһиги эһиги кинилэр туһугар буолбатах суох баар хайдах хаһан ханна тоҕо олус наада уулусса дьиэ уу уот суол көмө махтал дорообо бука диэн оҕолор дьон бүгүн бэҕэһээ үлэлээбэт эрэ туһунан кэнниттэн',
  },
  {
    code: 'os',
    script: 'cyrillic',
    letters: 'ӕ',
    without: 'әғқңөұүһі',
    words:
      'ӕмӕ уый иу ӕз ды мах сымах уыдон нӕу нӕй ис куыд кӕд кӕм цӕмӕн тынг хъӕуы уынг хӕдзар дон рухс фӕндаг ӕххуыс бузныг салам дӕ сабитӕ адӕм абон знон',
  },
  {
    code: 'ce',
    script: 'cyrillic',
    letters: 'ӏ',
    without: 'әғқңөұүһі',
    words:
      'а и цхьа со хьо вай тхо шу уьш дац дац ду муха маца мичахь хӏунда дика оьшу урам цӏа хи серло некъ гӏо баркалла маршалла дехар бераш нах тахана селхана болх беш цхьаъ',
  },
  {
    code: 'mn',
    script: 'cyrillic',
    letters: 'өү',
    without: 'щәғқңұіһҙҫҡӑӗ',
    words:
      'ба энэ нэг би чи бид та тэд биш байхгүй байна яаж хэзээ хаана яагаад маш хэрэгтэй гудамж гэр байр ус гэрэл зам тусламж баярлалаа сайн уу хүүхэд хүмүүс өнөөдөр өчигдөр ажиллахгүй гэж',
  },
  {
    code: 'en',
    script: 'latin',
    letters: '',
    without: 'əğışçöüäßñé',
    words:
      'the a an is are was were be been of and in on to for with not no there this that it we you they he she i my our your please thanks thank hello there have has had do does did can will would should street house water light road when where why who what which very near at from by or but if so as our day days broken working help',
  },
  {
    code: 'de',
    script: 'latin',
    letters: 'äöüß',
    without: 'əğış',
    words:
      'der die das und ist sind nicht kein keine in auf zu für mit ein eine ich wir sie er es von bitte danke guten tag straße haus wasser licht wann wo warum wer was sehr bei hilfe',
  },
  {
    code: 'fr',
    script: 'latin',
    letters: 'éèêàçùœ',
    without: 'əğışß',
    words:
      'le la les des et est sont ne pas une dans sur pour avec je nous vous ils elle de du merci bonjour rue maison eau quand où pourquoi qui que très aide',
  },
  {
    code: 'es',
    script: 'latin',
    letters: 'ñáíóú¿¡',
    without: 'əğışßw',
    words:
      'el los las y es son no un una en sobre para con yo nosotros usted ellos de del por favor gracias hola calle casa agua luz cuando donde porque quien que muy ayuda',
  },
  {
    code: 'vi',
    script: 'latin',
    letters: 'ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ',
    without: 'əğışßw',
    words: 'và là của không có cho tôi chúng bạn này đường nhà nước điện giúp cảm ơn xin chào',
  },
];

/** Russian typed in Latin letters: everyday words, as they are typed. */
export const typedRussian =
  'ne net na po iz ot do za pri my vy oni on ona ya u k s dlya tak zhe by esli kogda gde pochemu kto vse ochen mozhno nado nuzhno proshu spasibo zdravstvuyte zdravstvuite pozhaluysta pozhalujsta pozhaluista dom dome doma ulitsa ulica ulitse ulice dvor dvore voda vody sneg yama doroga doroge podezd podyezd svet musor lift rabotaet rabotayet lyudi deti den dnya segodnya vchera mesyac god nam nas vas mne menya etot eta tolko tozhe eshche opyat snova chtoby posle okolo vozle ryadom cherez uzhe est byl bylo chto eto kak i v dvoru ubrat ubirayut goryachey kvartira kvartire naprotiv shkoly dobryy dobryi vecher utro pomogite sdelayte pochinite gorit holodno otoplenie avtobus';
