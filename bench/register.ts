/**
 * How long it takes to ask the past about the register: findings of a region and of one municipality, the trial of a narrow
 * and of a wide rule, over made-up cases in a throw-away database. Prints one line of JSON, times in milliseconds.
 *
 *   npm run bench -- register [--cases N] [--json]
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { openHouse, runProgram } from '#house/boot.ts';
import { readConfig } from '#house/config.ts';
import { registerFindings, trial } from '#house/flows/register.ts';
import { createKnowledgeStore } from '#house/knowledge.ts';
import { bodies, district, makeSmallRegion, type SmallRegion } from '#house/testing/small-region.ts';
import { close, openDatabase, wholeRegion, withScope, type Db } from '#store/connection.ts';
import { createSeals } from '#store/seal.ts';

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '100000' }, json: { type: 'boolean' } },
});
const cases = Number(values.cases);
const days = 90;
const at = new Date('2026-03-10T09:00:00Z');

/** Cases spread over ninety days, topics and two municipalities; five of six were passed on by a person, most of them to one body. */
async function makeCases(owner: Db, { id: region, people }: SmallRegion): Promise<void> {
  const seconds = (days * 86_400) / (cases + 1);
  const staff = people.coordinator.id;
  const steps = [
    sql`create temp table made as
      with t as (select array_agg(code order by md5(code)) as codes from topic where region_id = ${region})
      select i, ('01900000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid as id, 1 + i % 2 as municipality,
        ${at}::timestamptz - make_interval(secs => i * ${seconds}::float8) as at, codes[1 + i / 2 % cardinality(codes)] as topic
      from generate_series(1, ${cases}::int) i, t`,
    sql`insert into message (region_id, id, account_id, external_id, thread_hash, direction, is_public, sent_at, received_at)
      select ${region}::int, id, 1, i::text, '\\x00', 'in', false, at, at from made`,
    sql`insert into appeal (region_id, id, number, account_id, message_id, regime, received_at)
      select ${region}::int, id, 'b' || i, 1, id, 'platform', at from made`,
    sql`insert into understanding (region_id, appeal_id, seq, at, model_version, kind, kind_confidence, kind_reason, topic,
        acts_alone, place_precision, municipality_id, street_id)
      select ${region}::int, id, 1, at, 'bench', 'problem', 1, 'bench', topic, true, 'street', municipality, 1 + i % 3 from made`,
    sql`insert into appeal_text (region_id, appeal_id, masked_text)
      select ${region}::int, id, repeat('Просим принять меры по нашему адресу и ответить. ', 8) from made`,
    sql`insert into responsibility (region_id, appeal_id, seq, at, by_staff, cause, authority_id, explanation)
      select ${region}::int, id, seq, at + seq * interval '1 day', case when seq > 1 then ${staff}::uuid end,
        case when seq > 1 then 'transfer' else 'first' end, case when seq > 1 and i % 7 < 6 then 2 else 1 + (i / 6 + seq) % 3 end, '{"code": "by_rule_kind", "params": {}}'
      from made, generate_series(1, 3) seq where seq = 1 or i % 6 < 5`,
    sql`insert into appeal_state (region_id, appeal_id, version, number, stage, stage_since, kind, regime, account_id, channel,
        received_at, excerpt, sector, topic, place_precision, municipality_id, authority_id, changed_at, closed_as)
      select ${region}::int, id, 1, 'b' || i, 'closed', at, 'problem', 'platform', 1, 'portal', at, 'x', 'x', topic, 'street',
        municipality, 1, at, 'no_reply' from made`,
    sql`analyze`,
  ];
  await owner.connection().execute(async (line) => {
    await sql`set statement_timeout = 0`.execute(line);
    for (const step of steps) await step.execute(line);
  });
}

/** The middle of three runs, and what was found. */
async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const took: number[] = [];
  for (;;) {
    const began = performance.now();
    const value = await work();
    took.push(Math.round(performance.now() - began));
    if (took.length === 3) return { ms: took.toSorted((a, b) => a - b)[1] ?? 0, value };
  }
}

async function measure(db: Db, owner: Db, secret: string): Promise<Readonly<Record<string, unknown>>> {
  const seals = createSeals(secret);
  const region = await makeSmallRegion(db, seals);
  await makeCases(owner, region);
  const knowledge = await createKnowledgeStore(db, seals, () => at).of(region.id);
  const all = wholeRegion(region.id);
  const own = { ...all, sees: 'own' as const, municipalities: [district] };
  const look = { at, days };
  const narrow = { topic: 'stray_dogs', sector: null, responsibleKind: null, municipalityId: district };
  const wide = { topic: null, sector: null, responsibleKind: 'municipality', municipalityId: null };
  const to = { authorityId: bodies.houseManager, executorId: null };
  const findings = (scope: typeof all | typeof own) =>
    timed(() => withScope(db, scope, (tx) => registerFindings(tx, knowledge, look)));
  const tried = (rule: typeof narrow | typeof wide) =>
    timed(() => trial((work) => withScope(db, all, work), knowledge, { ...rule, ...to }, look));
  const [whole, one, small, large] = [
    await findings(all),
    await findings(own),
    await tried(narrow),
    await tried(wide),
  ];
  const changedBy = ({ value }: typeof small): number => (value.ok ? value.value.changed : 0);
  return {
    cases,
    findings: whole.value.findings.length,
    findingsMs: whole.ms,
    findingsOfMunicipalityMs: one.ms,
    narrowRuleChanged: changedBy(small),
    narrowRuleMs: small.ms,
    wideRuleChanged: changedBy(large),
    wideRuleMs: large.ms,
  };
}

async function bench(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'otklik-register-'));
  // The bundled server may run under a user of its own, who must reach the folder.
  chmodSync(folder, 0o755);
  try {
    const house = await openHouse(readConfig({ OTKLIK_DATA: folder }));
    const owner = openDatabase(house.ownerUrl, { poolSize: 1, applicationName: 'otklik bench' });
    try {
      console.log(JSON.stringify({ bench: 'register', ...(await measure(house.db, owner, house.secret)) }));
    } finally {
      await close(owner);
      await house.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await runProgram(bench);
