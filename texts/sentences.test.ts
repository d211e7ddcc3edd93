import { expect, test } from 'vitest';
import { neighbours as neighboursEn } from './en/neighbours.ts';
import { register as registerEn } from './en/register.ts';
import { neighbours } from './ru/neighbours.ts';
import { register } from './ru/register.ts';

/** Spaces that never break are spaces to whoever reads. */
const read = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test.each([
  [neighbours.count(1), '1 сосед уже сообщил'],
  [neighbours.count(3), '3 соседа уже сообщили'],
  [neighbours.count(12), '12 соседей уже сообщили'],
  [neighbours.count(21), '21 сосед уже сообщил'],
  [neighbours.found(1), 'Рядом 1 похожая проблема'],
  [neighbours.found(3), 'Рядом 3 похожие проблемы'],
  [neighbours.metres(4), 'на этом же месте'],
  [neighbours.metres(120), 'в 120 м от указанного места'],
  [neighbours.metres(1240), 'в 1,2 км от указанного места'],
  [neighboursEn.count(1), '1 neighbour has reported it'],
  [neighboursEn.count(12), '12 neighbours have reported it'],
  [neighboursEn.metres(120), '120 m from the place named'],
])('neighbours: %s', (said, wanted) => expect(read(said)).toBe(wanted));

test.each([
  [register.ended(1, 1, 'Ямы', 'Дороги'), '1 из 1 такой карточки (Ямы) в итоге решает Дороги,'],
  [register.ended(83, 90, 'Ямы', 'Дороги'), '83 из 90 таких карточек (Ямы) в итоге решает Дороги,'],
  [
    register.changed(1, 1),
    'С этим правилом 1 карточка за последний 1 день сначала попала бы в другую организацию.',
  ],
  [
    register.changed(412, 90),
    'С этим правилом 412 карточек за последние 90 дней сначала попали бы в другую организацию.',
  ],
  [register.allEnded(1), 'Она и так там закончилась.'],
  [register.allEnded(12), 'Все они и так там закончились.'],
  [register.byMunicipalityLine(3, 0), '3, ни одна из них там не закончилась'],
  [register.outcomes.ended_there(1), 'и так закончилась там: правило помогло бы'],
  [register.outcomes.ended_there(2), 'и так закончились там: правило помогло бы'],
  [register.outcomes.spoiled(1), 'осталась там, куда отправил реестр: правило помешало бы'],
  [register.outcomes.elsewhere(5), 'закончились в третьей организации'],
  [register.outcomes.open(1), 'ещё не решена'],
  [register.byMunicipalityLine(7, 1), '7, 1 из них и так там закончилась'],
  [register.sourceOfHistory(1, 3, 90), 'История карточек: за последние 90 дней там закончилась 1 из 3'],
  [
    register.findingsEmptyHint(10),
    'Они появятся здесь, когда люди передадут другой организации хотя бы 10 решённых карточек об одном и том же.',
  ],
  [registerEn.allEnded(1), 'It ended there anyway.'],
  [
    registerEn.outcomes.spoiled(2),
    'stayed where the register sent them: the rule would have been in the way',
  ],
  [registerEn.outcomes.open(1), 'is not settled yet'],
])('the register: %s', (said, wanted) => expect(read(said)).toBe(wanted));
