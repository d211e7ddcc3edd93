import type { Shape } from './personal-shape.ts';

const chosenName = '[\\w.]{3,31}';
const AT = '(?:@|\\(?собак[аиоу]й?\\)?|[[({<] ?(?:@|at|dog|sobaka|собака|a|а|эт|ат) ?[\\])}>])';
const DOT = '(?:\\.|,|точка|[[({<] ?(?:\\.|dot|точка) ?[\\])}>])';
const ZONE = '(?:ru|com|net|org|рф|su|ру|ком|нет|by|kz|me|io|info|biz|pro|online|site|xyz)(?![\\p{L}\\d])';
/** «ivan точка petrov» */
const USER =
  '(?<![\\p{L}\\d._%+-])(?:[\\p{L}\\d_%+-]{1,30} {1,2}(?:точка|dot|дефис|тире|подч[её]ркивание|нижнее подч[её]ркивание) {1,2}){0,3}[\\p{L}\\d._%+-]{2,64}';
const mailHosts =
  '(?:gmail|mail|yandex|inbox|list|rambler|outlook|icloud|hotmail|ya|bk|яндекс|мейл|майл|маил|мэйл|гмейл|джимейл|гугл|рамблер)';

const atSigns = ['@', 'собак', '(', '[', '{', '<', ' at ', ' эт ', ' ат '];
const written = /@|собак|[[({<] ?(?:at|dog|sobaka|a|а|эт|ат)(?![a-zа-я])| (?:at|эт|ат) /;
/** Whether folded text holds anything an e-mail is written with in place of its sign: most hold none. */
export const hasAt = (folded: string): boolean =>
  atSigns.some((sign) => folded.includes(sign)) && written.test(folded);

/** E-mails. */
export const emailShapes: readonly Shape[] = [
  {
    kind: 'email',
    pattern: new RegExp(
      `[\\p{L}\\d._%+-]{1,64}@[\\p{L}\\d-]{2,63}(?:\\.[\\p{L}\\d-]{1,63}){0,5}(?:[ ,]{1,2}${ZONE})?`,
      'giu',
    ),
  },
  {
    kind: 'email',
    pattern: new RegExp(
      `${USER} {0,2}${AT} {0,2}[\\p{L}\\d-]{1,63} {0,2}(?:${DOT} {0,2}[\\p{L}\\d-]{1,63} {0,2}){0,2}${DOT} {0,2}${ZONE}`,
      'giu',
    ),
  },
  {
    kind: 'email',
    pattern: new RegExp(
      `${USER} {0,2}${AT} {0,2}${mailHosts}(?![\\p{L}\\d])(?: {0,2}${DOT}? {0,2}${ZONE})?`,
      'giu',
    ),
  },
  {
    kind: 'email',
    pattern: new RegExp(
      `${USER} {1,2}(?:at|эт|ат) {1,2}[\\p{L}\\d-]{1,63} {1,2}(?:dot|дот|точка) {1,2}${ZONE}`,
      'giu',
    ),
  },
];

/** Pages of people; those of communities are public and stay. */
export const pageShapes: readonly Shape[] = [
  {
    kind: 'profile',
    pattern:
      /(?:https?:\/\/)?(?:m\.|www\.)?(?:vk ?\. ?com|vk ?\. ?ru|vkontakte\.ru|ok ?\. ?ru|t ?\. ?me|telegram\.me|wa\.me|instagram\.com|facebook\.com|fb\.com|tiktok\.com|max\.ru) ?\/ ?[\w./?=&%@+-]{1,200}/gi,
    accepts: (_, _before, found) =>
      !/(?:vk ?\. ?com|vk ?\. ?ru|vkontakte\.ru|ok ?\. ?ru) ?\/ ?(?:club|public|event|wall-|topic-|album-|video-|photo-|market-|clip-|app\d|group\/|feed|wall\?)/i.test(
        found,
      ),
  },
  { kind: 'profile', pattern: /(?<![\w@./])@(?!club\d|public\d|event\d)[a-z][\w.]{3,31}/gi },
  { kind: 'profile', pattern: /(?<![\w@./-])id\d{5,12}(?!\w)/gi },
  {
    kind: 'profile',
    pattern: new RegExp(
      `(?<=(?<![а-яё])(?:телеграм+а?|телега|тг|telegram|tg|инстаграм+|инста|instagram|скайп|skype|вконтакте|вк|vk|ник|дискорд|discord)(?: ?[:—-] ?| (?:ник|id) ?:? ?))@?[a-z]${chosenName}|(?<=(?<![а-яё])(?:телеграм+|тг|инстаграм+|инста|вк) )(?:[a-z]\\w{0,30}[._\\d][\\w.]{1,30}|(?!channel|group|desktop|messenger|telegram|instagram|whatsapp|viber|video|mini)[a-z]{5,31}(?![a-z]))`,
      'gi',
    ),
  },
];
