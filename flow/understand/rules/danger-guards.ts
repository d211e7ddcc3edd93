import type { DangerCode } from './danger-pattern.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Right before a named word these deny it. */
export const deniers = set('не ни никакого никакой никаких никакому');
/** «чуть не упала», «едва не задавило»: it did not happen, and may the next time. */
export const nearly = set('чуть едва');
/** The noun these stand with is not there: «запаха газа нет», «нет запаха», «утечка отсутствует». */
export const absences = set('нет нету');
export const lackings = set('отсутствует отсутствуют отсутствовал отсутствовала');
/** What may stand between an absence and its noun. */
export const besideAbsence = set(
  'больше уже совсем вообще пока там здесь тут теперь сейчас точно вроде никакого никакой никаких более какого-либо либо',
);
/** Prepositions of a place. */
export const placing = set('в во на у');
/** With «не» before them, near the named words, these tell that nobody found it. */
export const findings = set(
  'чувствуется чувствуем чувствую чувствовалось ощущается слышно обнаружено обнаружен обнаружена обнаружены обнаружили обнаружил обнаружила выявлено выявлен выявлена выявили зафиксировано зафиксирован наблюдается наблюдались подтвердился подтвердилась подтвердилось подтвердились подтвержден нашли нашел нашла нашлось оказалось существует учуяли',
);
/** Before the named words, within four words, these make them supposed, shown or taught. */
export const suppositions = set(
  'если якобы нибудь случае случаях книге книга книгу книги фильме фильм сериал сериале кино спектакль учения учебный учебная учебной тренировка игре роман песня песне снится приснилось анекдот',
);
/** With «не» after them these tell what must not happen: «чтобы не случился пожар», «лишь бы не упала». */
export const purposes = set('чтобы чтоб бы дабы');
/** Right before or after: it was. */
export const wasWords = set('был была было были');
/** In the same clause: long ago. */
export const longAgo = set(
  'вчера позавчера назад раньше ранее прошлом прошлый прошлой прошлую прошлого прошлое позапрошлом зимой летом осенью весной января февраля марта апреля мая июня июля августа сентября октября ноября декабря позапрошлый однажды году годах',
);
/** These beside a word of the past bring it to now: «вчера и сегодня», «снова». */
export const now = set(
  'сегодня сейчас снова опять теперь продолжает продолжается продолжают уже этом прямо срочно третий второй который',
);

/** It is over; not after «не», «чтобы» and the like. */
const over =
  'устранили устранил устранен устранена устранено устранены ликвидировали ликвидирован ликвидирована ликвидировано прекратился прекратилась прекратилось исчез исчезла исчезло исчезли перестало перестал перестала перестали';
const mended = 'починили починен заменили заменен заменена поменяли отремонтировали исправили';
/** What ends a danger of one kind only: «закрыли» ends an open manhole and no smell of gas. */
const endings: Readonly<Partial<Record<DangerCode, string>>> = {
  gas_smell: `${mended} выветрился проветрили`,
  open_manhole: `${mended} закрыли закрыл закрыт закрыта закрыты заделали заварили установили поставили вернули`,
  live_wire: `${mended} убрали заизолировали изолировали обесточили закрыли`,
  hanging_wire: `${mended} убрали закрепили подвязали натянули демонтировали`,
  fire: 'потушили потушил потушен потушено затушили затушен погас погасили потух',
  burst_pipe: `${mended} заварили перекрыли`,
  sinkhole: `${mended} заделали засыпали заасфальтировали залатали`,
  falling_ice: 'убрали сбили сбросили очистили счистили почистили',
  falling_tree: 'убрали спилили распилили увезли',
  collapse: `${mended} восстановили укрепили`,
  collapse_threat: `${mended} восстановили укрепили убрали спилили демонтировали`,
  people_trapped: 'освободили вытащили достали вызволили спасли',
  missing_person: 'нашелся нашлась нашлись вернулся вернулась',
  drowning: 'спасли вытащили',
  dog_attack: 'отловили поймали',
};

const endingsOf = new Map<DangerCode, ReadonlySet<string>>();

/** Words that tell that a danger of this kind is over. */
export function endingsOfDanger(code: DangerCode): ReadonlySet<string> {
  const known = endingsOf.get(code);
  if (known !== undefined) return known;
  const found = set([over, endings[code] ?? ''].join(' ').trim());
  endingsOf.set(code, found);
  return found;
}

/** Before an ending these tell that it is only wished: «чтобы закрыли», «когда устранили бы». */
export const wishes = set('не чтобы чтоб бы если пусть когда пока просим прошу никто ни якобы плохо криво');
/** After an ending: what an open manhole is covered with till somebody falls in. */
export const makeshift =
  /^(?:картон|доск|досоч|фанер|поддон|паллет|ветк|ветв|палк|покрышк|шин|пленк|линолеум|тряпк|лент|дверь|двер|дсп|ящик|камн|кирпич|пеноп|мусор|ковр)/;
/** May stand before an ending in a clause that says nothing else: «…, уже потушили». */
export const besideEnding = set('уже сразу сейчас сами потом вроде вчера сегодня быстро но и наконец все');
/** These begin another clause without a comma, too. */
export const clauseOpeners = set('но а однако зато хотя ибо потому поэтому тогда');
