import type { Role } from '#kernel/role.ts';
import { municipalityPlans } from '../geography/municipalities.ts';
import type { Random } from '../random.ts';
import type { Authority } from './organisation.ts';
import { fullNameOf, inventPerson, transliterate } from './person-names.ts';

/** One role of a person with what it reaches; `null` and an empty list mean no limit. */
export interface StaffGrant {
  readonly role: Role;
  readonly municipality: string | null;
  readonly authority: string | null;
  readonly sectors: readonly string[];
}

/** Who signs in. The password is the seeder's business. */
export interface StaffMember {
  readonly login: string;
  /** Surname, given name, patronymic. */
  readonly name: string;
  readonly position: string;
  readonly grants: readonly StaffGrant[];
}

interface Post {
  readonly login: string | null;
  readonly position: string;
  readonly grants: readonly StaffGrant[];
}

function grant(role: Role, limits: Partial<Omit<StaffGrant, 'role'>> = {}): StaffGrant {
  return { role, municipality: null, authority: null, sectors: [], ...limits };
}

// prettier-ignore
const curatedSectors: readonly (readonly [login: string, position: string, sectors: readonly string[], authority: string])[] = [
  ['kurator.zhkh', 'Куратор блока «ЖКХ»', ['housing'], 'min_housing'],
  ['kurator.dorogi', 'Куратор блока «Дороги»', ['roads'], 'min_roads'],
  ['kurator.dvory', 'Куратор блока «Благоустройство»', ['yards', 'burial'], 'min_construction'],
  ['kurator.musor', 'Куратор блоков «Отходы» и «Экология»', ['waste', 'ecology'], 'min_ecology'],
  ['kurator.transport', 'Куратор блока «Транспорт»', ['transport'], 'min_roads'],
  ['kurator.medicina', 'Куратор блока «Здравоохранение»', ['health'], 'min_health'],
  ['kurator.shkola', 'Куратор блока «Образование»', ['education', 'culture_sport'], 'min_education'],
  ['kurator.soczaschita', 'Куратор блоков «Соцзащита» и «Труд»', ['social', 'labour'], 'min_social'],
  ['kurator.energetika', 'Куратор блока «Энергетика, газ, связь»', ['energy_gas_telecom'], 'min_housing'],
  ['kurator.bezopasnost', 'Куратор блоков «Безопасность» и «Торговля»', ['safety', 'trade', 'construction', 'government'], 'government'],
];

const namedPosts: readonly Post[] = [
  { login: 'moderator', position: 'Модератор ЦУР', grants: [grant('moderator')] },
  { login: 'moderator2', position: 'Модератор ЦУР', grants: [grant('moderator')] },
  {
    login: 'moderator.noch',
    position: 'Модератор ЦУР, вечерняя смена',
    grants: [grant('moderator'), grant('operator')],
  },
  { login: 'operator', position: 'Оператор приёмной', grants: [grant('operator')] },
  { login: 'operator122', position: 'Оператор телефона 122', grants: [grant('operator')] },
  { login: 'operator2', position: 'Оператор приёмной', grants: [grant('operator')] },
  { login: 'koordinator', position: 'Старший координатор ЦУР', grants: [grant('coordinator')] },
  { login: 'koordinator2', position: 'Координатор ЦУР', grants: [grant('coordinator')] },
  { login: 'inspektor', position: 'Контролёр качества', grants: [grant('inspector')] },
  { login: 'inspektor2', position: 'Контролёр качества, выездная группа', grants: [grant('inspector')] },
  { login: 'analitik', position: 'Аналитик ЦУР', grants: [grant('analyst')] },
  { login: 'analitik2', position: 'Аналитик ЦУР', grants: [grant('analyst')] },
  {
    login: 'rukovoditel',
    position: 'Заместитель председателя Правительства края',
    grants: [grant('leader')],
  },
  { login: 'gubernator', position: 'Губернатор Яснозёрского края', grants: [grant('leader')] },
  {
    login: 'mer.yasnozersk',
    position: 'Глава города Яснозёрска',
    grants: [grant('leader', { municipality: 'yasnozersk' })],
  },
  {
    login: 'mer.rudoyarsk',
    position: 'Глава города Рудоярска',
    grants: [grant('leader', { municipality: 'rudoyarsk' })],
  },
  { login: 'admin', position: 'Администратор системы', grants: [grant('administrator')] },
  { login: 'dannye', position: 'Ответственный за персональные данные', grants: [grant('data_officer')] },
];

const curators: readonly Post[] = curatedSectors.map(([login, position, sectors, authority]) => ({
  login,
  position,
  grants: [grant('curator', { sectors }), grant('approver', { authority })],
}));

/** One coordinator of a municipal centre holds the same role in each municipality it serves. */
function coordinatorsOf(authorities: readonly Authority[]): Post[] {
  return authorities
    .filter(({ kind }) => kind === 'municipal_centre')
    .map(({ code, shortName, municipalities }) => ({
      login: code.replace('centre_', 'mcu.'),
      position: `Координатор, ${shortName}`,
      grants: (municipalities ?? []).flatMap((municipality) => [
        grant('coordinator', { municipality }),
        grant('operator', { municipality }),
      ]),
    }));
}

const headPositions: Readonly<Partial<Record<Authority['kind'], string>>> = {
  house_manager: 'Мастер участка',
  administration: 'Специалист по обращениям',
  hospital: 'Специалист по работе с обращениями',
  federal: 'Специалист приёмной',
  ministry: 'Консультант отдела обращений',
  road_agency: 'Инженер отдела содержания',
};

/** Every organisation that acts has one person who works its cases. */
function executorsFor(authorities: readonly Authority[]): Post[] {
  return authorities
    .filter(({ kind }) => kind !== 'municipal_centre' && kind !== 'control_centre')
    .map(({ code, kind, shortName }) => ({
      login: code === 'adm_yasnozersk' ? 'ispolnitel' : code === 'uk_yasnozersk_1' ? 'ispolnitel.uk' : null,
      position: `${headPositions[kind] ?? 'Специалист по обращениям'}, ${shortName}`,
      grants: [grant('executor', { authority: code })],
    }));
}

const approvers: readonly Post[] = [
  {
    login: 'soglasuyuschiy',
    position: 'Начальник управления по работе с обращениями',
    grants: [grant('approver')],
  },
  ...municipalityPlans.map(({ code, genitive }) => ({
    login: code === 'yasnozersk' ? 'zamglavy' : null,
    position: `Заместитель главы ${genitive}`,
    grants: [grant('approver', { municipality: code })],
  })),
];

/** People of every role: the named posts first, then one executor for each organisation. */
export function hireStaff(authorities: readonly Authority[], chance: Random): StaffMember[] {
  const logins = new Set<string>();
  const posts = [
    ...namedPosts,
    ...curators,
    ...coordinatorsOf(authorities),
    ...approvers,
    ...executorsFor(authorities),
  ];
  return posts.map(({ login, position, grants }) => {
    for (;;) {
      const person = inventPerson(chance);
      const wanted =
        login ??
        transliterate(
          `${person.surname}.${person.given.charAt(0)}${person.patronymic.charAt(0)}`.toLowerCase(),
        );
      if (logins.has(wanted)) continue;
      logins.add(wanted);
      return { login: wanted, name: fullNameOf(person), position, grants };
    }
  });
}
