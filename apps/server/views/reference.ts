import type { z } from 'zod';
import type { reference } from '#contract/centre.ts';
import { sectors } from '#data/topics/topics.ts';
import type { RegionKnowledge } from '#house/knowledge.ts';

/** What lists and forms of the console are built from. */
export function referenceView(knowledge: RegionKnowledge): z.input<typeof reference.success> {
  const topics = Map.groupBy(knowledge.topics.values(), (topic) => topic.sector);
  return {
    sectors: sectors
      .filter((sector) => topics.has(sector.code))
      .map((sector) => ({
        code: sector.code,
        name: sector.name,
        topics: (topics.get(sector.code) ?? []).map((topic) => ({
          code: topic.code,
          name: topic.name,
          belongs: topic.belongs,
          doesNotBelong: topic.doesNotBelong,
          doNotConfuseWith: topic.doNotConfuseWith,
        })),
      })),
    municipalities: [...knowledge.municipalities].map(([id, name]) => ({ id, name })),
    authorities: [...knowledge.bodies.values()].map((body) => ({
      id: body.id,
      name: body.name,
      shortName: body.shortName,
      kind: body.kind,
      municipalityId: body.municipalityId,
      executors: [...body.executors],
    })),
    channels: [
      ...new Map([...knowledge.accounts.values()].map((one) => [one.channel, one.connector])).entries(),
    ].map(([code, connector]) => ({
      code,
      maxAnswerLength: connector.traits.maxAnswerLength,
    })),
  };
}
