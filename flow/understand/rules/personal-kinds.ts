/** Kinds of personal data, in the order in which overlapping finds win. */
export const personalKinds = [
  'email',
  'profile',
  'policy',
  'card',
  'account',
  'snils',
  'inn',
  'passport',
  'document',
  'phone',
  'birth_date',
  'plate',
  'flat',
  'name',
] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** What stands in the masked text instead. */
export const maskOf: Readonly<Record<PersonalKind, string>> = {
  email: '[почта скрыта]',
  profile: '[страница скрыта]',
  card: '[карта скрыта]',
  account: '[счёт скрыт]',
  snils: '[СНИЛС скрыт]',
  inn: '[ИНН скрыт]',
  passport: '[паспорт скрыт]',
  policy: '[полис скрыт]',
  document: '[документ скрыт]',
  phone: '[телефон скрыт]',
  birth_date: '[дата рождения скрыта]',
  plate: '[номер машины скрыт]',
  flat: '[квартира скрыта]',
  name: '[имя скрыто]',
};
