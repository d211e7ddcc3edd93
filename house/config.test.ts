import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';

const external = {
  DATABASE_URL: 'postgres://app:one@db:5432/otklik',
  DATABASE_OWNER_URL: 'postgres://owner:two@db:5432/otklik',
  OTKLIK_SECRET: 'x'.repeat(32),
};

function faultsOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'no fault';
}

describe('nothing set', () => {
  test('is a whole configuration: the bundled database with the demo region', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      publicUrl: 'http://localhost:8080',
      dataFolder: path.resolve('.data'),
      database: { kind: 'embedded' },
      secret: null,
      demo: true,
    });
  });

  test('an empty text means not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' }).port).toBe(8080);
  });
});

describe('a database of one’s own', () => {
  test('has no demo region unless asked', () => {
    expect(readConfig(external)).toMatchObject({ demo: false, database: { kind: 'external' } });
    expect(readConfig({ ...external, OTKLIK_DEMO: 'yes' }).demo).toBe(true);
  });

  test('needs the owner and the secret too', () => {
    const faults = faultsOf({ DATABASE_URL: external.DATABASE_URL });
    expect(faults).toContain('DATABASE_OWNER_URL is required');
  });
});

describe('faults', () => {
  test('are reported all together, each as a sentence', () => {
    const faults = faultsOf({ PORT: 'eighty', LOG_LEVEL: 'loud', PUBLIC_URL: 'otklik.example' });
    expect(faults.split('\n').slice(1)).toEqual([
      '  PORT must be a whole number from 0 to 65535, not "eighty".',
      '  PUBLIC_URL must be an address that begins with http:// or https://, not "otklik.example".',
      '  LOG_LEVEL must be fatal, error, warn, info, debug or silent, not "loud".',
    ]);
  });

  test('never show a password', () => {
    expect(faultsOf({ ...external, DATABASE_URL: 'mysql://root:hunter2@db/otklik' })).not.toContain(
      'hunter2',
    );
    expect(faultsOf({ ...external, OTKLIK_SECRET: 'too short' })).not.toContain('too short');
  });

  test('name a setting that does not exist', () => {
    expect(faultsOf({ OTKLIK_DEMOS: 'yes' })).toContain('OTKLIK_DEMOS is not a setting.');
  });
});

describe('a trusted proxy', () => {
  test.each([
    ['yes', true],
    ['no', false],
    ['2', 2],
    ['10.0.0.1, 10.0.0.0/8', '10.0.0.1,10.0.0.0/8'],
  ])('%s', (given, meant) => {
    expect(readConfig({ TRUST_PROXY: given }).trustProxy).toBe(meant);
  });
});
