import { only } from './danger-pattern.ts';
import type { DangerPattern } from './danger-pattern.ts';

/** Life in a place or with somebody is complained of. */
const otherLife = only(
  'в с на так тут здесь там рядом под около среди нормально спокойно дальше этой этом такой хуже вместе как во со',
);

/** Who does not want to live. */
export const dangersOfDespair: readonly DangerPattern[] = [
  {
    code: 'suicide',
    level: 'emergency',
    within: 3,
    keepsNegation: true,
    groups: ['жить', 'не', only('хочу хочется хочет желаю')],
    near: 2,
    unless: otherLife,
  },
  {
    code: 'suicide',
    level: 'emergency',
    within: 3,
    keepsNegation: true,
    groups: ['жить', 'не', only('могу буду')],
    near: 2,
    unless: `${otherLife} =без`,
  },
  {
    code: 'suicide',
    level: 'emergency',
    within: 4,
    keepsNegation: true,
    groups: ['жить', 'не', only('мире свете'), only('хочу хочется хочет могу буду')],
  },
  {
    code: 'suicide',
    level: 'emergency',
    within: 3,
    groups: [only('умереть сдохнуть'), only('хочу хочется хочет желаю лучше легче мечтаю решил решила')],
    unless: 'смеха смеху стыда =от помогите дайте =не',
    near: 1,
  },
  {
    code: 'suicide',
    level: 'emergency',
    within: 3,
    groups: [
      'жить',
      `незачем устал устала ${only('смысла надоело')}`,
      `${only('больше нет мне незачем устал устала')}`,
    ],
    keepsNegation: true,
    near: 2,
    unless: only('в с на так тут здесь там рядом под без среди'),
  },
  {
    code: 'suicide',
    level: 'emergency',
    within: 1,
    groups: [
      `суицид суицида суецид самоубийство самоубийства самоубийством ${only('повешусь застрелюсь выброшусь утоплюсь сброшусь зарежусь отравлюсь')}`,
    ],
    unless: only('это ходить ехать ездить чистое выходить просто фонд профилактика профилактике'),
  },
  {
    code: 'suicide',
    level: 'emergency',
    within: 4,
    always: true,
    groups: [
      'покончу покончить покончит покончил покончила пакончу наложу наложить свести сведу',
      'собой сабой жизнью руки',
    ],
    unless: 'мусор свалка',
  },
  {
    code: 'suicide',
    level: 'emergency',
    within: 2,
    groups: [only('себя'), only('убью убить убьет')],
  },
  {
    code: 'suicide',
    level: 'emergency',
    within: 4,
    always: true,
    groups: [
      only(
        'вскрою порежу режу режет порезал порезала перерезал перерезала вскрыл вскрыла спрыгну прыгну выпрыгну брошусь',
      ),
      'вены вен крыши окна моста балкона поезд',
    ],
  },
  {
    code: 'suicide',
    level: 'emergency',
    within: 5,
    groups: [
      only(
        'спрыгнуть прыгнуть выпрыгнуть повеситься отравиться застрелиться утопиться выброситься сброситься',
      ),
      'грозит грозится угрожает угрожал собирается собирался обещает хочет хочу пытается пытался залез стоит',
    ],
    unless: 'дети играть батут сугроб автобус трамвай',
  },
  {
    code: 'suicide',
    level: 'emergency',
    within: 4,
    groups: [only('покончить'), only('хочу хочется хочет решил решила'), '=всем'],
  },
];
