import { describe, expect, test } from 'vitest';

import { buildGazetteer } from './gazetteer.ts';
import { writeTopicModel } from './topic-model-file.ts';
import { readTopicModel } from './topic-model.ts';
import { understand } from './understand.ts';
import type { Knowledge, UnderstandInput } from './understand.ts';

const emptyModel = readTopicModel(
  writeTopicModel({
    head: {
      format: 'otklik-classifier-2',
      version: 'empty',
      trainedOn: '2026-01-01',
      labels: ['a', 'b'],
      features: 1,
      weights: 0,
      hidden: { dims: 0, features: 0, labels: 0 },
      temperature: 1,
      actsAloneFrom: 0.9,
      actsAlonePrecision: 0.95,
      learntFrom: {},
      measured: {},
    },
    bias: new Float32Array(2),
    hashes: Uint32Array.of(7),
    rarity: new Float32Array(1),
    step: new Float32Array(1),
    from: new Uint32Array(2),
    columns: new Uint16Array(0),
    weights: new Int8Array(0),
    hidden: {
      dims: 0,
      step: new Float32Array(0),
      places: new Int8Array(0),
      placeBias: new Float32Array(0),
      output: new Float32Array(0),
    },
  }).slice().buffer,
);
const knowledge: Knowledge = {
  model: emptyModel,
  gazetteer: buildGazetteer({
    municipalities: [{ id: 'm', names: ['Озёрский район'] }],
    settlements: [{ id: 's', municipalityId: 'm', name: 'Озёры', point: null }],
    streets: [{ id: 'st', settlementId: 's', name: 'Мира', kind: 'улица', point: null }],
  }),
  municipalityAt: () => 'm',
};
const input = (text: string): UnderstandInput => ({ text, point: null, hasFiles: false, territory: null });

describe('one text is understood whole', () => {
  const judged = understand(
    input('Озёры, ул. Мира, д. 5, кв. 7. <b>Пахнет газом!</b> Тел. 8 912 345-67-89'),
    knowledge,
  );

  test('its kind, danger, place and masked text', () => {
    expect(judged.kind.kind).toBe('problem');
    expect(judged.dangers.map(({ code }) => code)).toEqual(['gas_smell']);
    expect(judged.place).toMatchObject({ precision: 'street', streetId: 'st' });
    expect(judged.place.houses.map(({ base }) => base)).toEqual([5]);
    expect(judged.masked.text).toBe(
      'Озёры, ул. Мира, д. 5, [квартира скрыта]. Пахнет газом! Тел. [телефон скрыт]',
    );
  });

  test('with the versions of what judged', () => {
    expect(judged).toMatchObject({ modelVersion: 'empty', rulesVersion: expect.stringMatching(/^rules-/) });
  });

  test('the same every time', () => {
    expect(understand(input('Яма на Мира 5'), knowledge)).toEqual(
      understand(input('Яма на Мира 5'), knowledge),
    );
  });
});

test('no text is too odd or too long', () => {
  for (const text of [
    '',
    '\u0000',
    '😀'.repeat(500),
    '<'.repeat(20_000),
    '8 '.repeat(20_000),
    'Иван '.repeat(10_000),
    'дом 5 '.repeat(10_000),
    '&amp;'.repeat(10_000),
    'кв'.repeat(20_000),
    `${'(9'.repeat(20_000)}`,
  ]) {
    expect(understand(input(text), knowledge).plain.length).toBeLessThanOrEqual(text.length);
  }
});
