import { describe, expect, test } from 'vitest';

import { houseFit, normaliseHouse } from './house-number.ts';

const key = (number: string): string | null => normaliseHouse(number)?.key ?? null;
const fit = (written: string, registered: string): number => {
  const [one, two] = [normaliseHouse(written), normaliseHouse(registered)];
  return one === null || two === null ? -1 : houseFit(one, two);
};

describe('one house has one key', () => {
  test.each([
    ['12', '12'],
    ['д. 12', '12'],
    ['дом 12', '12'],
    ['д.12а', '12а'],
    ['12А', '12а'],
    ['12 А', '12а'],
    ['12-а', '12а'],
    ['12 "Б"', '12б'],
    ['12к3', '12к3'],
    ['12 к 3', '12к3'],
    ['12 корп. 3 лит. А', '12к3'],
    ['дом 12, корпус 3, литера А', '12к3'],
    ['дом 12, корпус 3, литера Б', '12к3лб'],
    ['12/3', '12/3'],
    ['12/3а', '12/3а'],
    ['19-21', '19/21'],
    ['дом 3, корпус 3, строение 1', '3к3с1'],
    ['стр. 5', null],
    ['без номера', null],
    ['', null],
    ['0', null],
  ])('%s → %s', (number, expected) => {
    expect(key(number)).toBe(expected);
  });
});

describe('a house of the register answers a written number', () => {
  test.each([
    ['12', 'дом 12, литера А', 5],
    ['12к3', 'дом 12, корпус 3, литера Б', 3],
    ['12/3', 'дом 12, корпус 3, литера А', 4],
    ['16', 'дом 16/25', 1],
    ['25', 'дом 16/25', 0],
    ['21', 'дом 19-21', 1],
    ['7', 'дом 10/7', 0],
    ['12', 'дом 12, корпус 1', 2],
    ['12', 'дом 12, корпус 4', 1],
    ['12к3', 'дом 12, корпус 4', 0],
    ['12', 'дом 13', 0],
    ['12а', 'дом 12, литера А', 4],
    ['8/10А', 'дом 8/10, литера А', 4],
    ['27/2Б', 'дом 27, корпус 2, литера Б', 4],
    ['27/2Б', 'дом 27, корпус 2, литера А', 2],
    ['24 к 2б', 'дом 24, корпус 2, литера Б', 4],
    ['24 к 2', 'дом 24, корпус 2б', 3],
  ])('%s ~ %s: %i', (written, registered, expected) => {
    expect(fit(written, registered)).toBe(expected);
  });
});
