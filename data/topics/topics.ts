/** The topics that ship with Otklik, checked when they are loaded. What each field means: centre/rules/topic.ts. */
import { z } from 'zod';
import { sectorFileSchema, type Sector, type Topic } from '#centre/rules/topic.ts';
import burial from './burial.json' with { type: 'json' };
import construction from './construction.json' with { type: 'json' };
import cultureSport from './culture-sport.json' with { type: 'json' };
import ecology from './ecology.json' with { type: 'json' };
import education from './education.json' with { type: 'json' };
import energyGasTelecom from './energy-gas-telecom.json' with { type: 'json' };
import general from './general.json' with { type: 'json' };
import government from './government.json' with { type: 'json' };
import health from './health.json' with { type: 'json' };
import housing from './housing.json' with { type: 'json' };
import labour from './labour.json' with { type: 'json' };
import roads from './roads.json' with { type: 'json' };
import safety from './safety.json' with { type: 'json' };
import social from './social.json' with { type: 'json' };
import trade from './trade.json' with { type: 'json' };
import transport from './transport.json' with { type: 'json' };
import waste from './waste.json' with { type: 'json' };
import yards from './yards.json' with { type: 'json' };

/** Order of the sectors on screens. */
const files = z
  .array(sectorFileSchema)
  .parse([
    yards,
    roads,
    housing,
    waste,
    energyGasTelecom,
    transport,
    health,
    education,
    social,
    labour,
    safety,
    ecology,
    construction,
    trade,
    cultureSport,
    government,
    burial,
    general,
  ]);

export const sectors: readonly Sector[] = files.map(({ code, name }) => ({ code, name }));

export const topics: readonly Topic[] = files.flatMap((file) =>
  file.topics.map((topic) => ({ ...topic, sector: file.code })),
);

const byCode: ReadonlyMap<string, Topic> = new Map(topics.map((topic) => [topic.code, topic]));

/** The shipped topic with this code; `undefined` for a topic that only a region has, or none. */
export function topicByCode(code: string): Topic | undefined {
  return byCode.get(code);
}
