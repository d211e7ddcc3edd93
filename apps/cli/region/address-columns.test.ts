import { describe, expect, test } from 'vitest';
import { addressOfRow, columnsOfAddresses, findAddressColumns, pointOfRow } from './address-columns.ts';

const read = (row: Readonly<Record<string, string>>) => {
  const columns = findAddressColumns(Object.keys(row));
  const address = addressOfRow(row, columns);
  return typeof address === 'string'
    ? address
    : {
        settlement: address.settlement?.name ?? null,
        street: `${address.street.kind} ${address.street.name}`,
        house: address.house.key,
        point: pointOfRow(row, columns),
      };
};
const point = { lat: 55.5, lon: 40.25 };

describe('columns of a register are known by the names registers use', () => {
  test.each([
    [{ address: 'г. Энск, ул. Мира, д. 5', lat: '55.5', lon: '40.25' }],
    [{ Адрес: 'г. Энск, ул. Мира, д. 5', Широта: '55,5', Долгота: '40,25' }],
    [{ full_address: 'г.Энск, улица Мира, 5', latitude: '55.5', longitude: '40.25' }],
    [{ Город: 'г. Энск', Улица: 'ул. Мира', Дом: '5', geo_lat: '55.5', geo_lon: '40.25' }],
    [{ 'addr:city': 'Энск', 'addr:street': 'улица Мира', 'addr:housenumber': '5', y: '55.5', x: '40.25' }],
  ])('%j', (row) => {
    expect(read(row)).toEqual({ settlement: 'Энск', street: 'улица Мира', house: '5', point });
  });

  test('a town and a village of two columns, a kind of street of its own', () => {
    const columns = { city: 'Энск', settlement: '', street_type: 'ул', street: 'Мира', house: '5' };
    expect(read({ ...columns, geo_lat: '55.5', geo_lon: '40.25' })).toEqual({
      settlement: 'Энск',
      street: 'улица Мира',
      house: '5',
      point,
    });
    expect(read({ ...columns, settlement: 'Дубки', lat: '55.5', lon: '40.25' })).toMatchObject({
      settlement: 'Дубки',
    });
  });

  test('a corpus and a letter of their own belong to the number', () => {
    expect(
      read({ street: 'ул. Мира', house: '5', корпус: '2', литера: 'Б', lat: '55.5', lon: '40.25' }),
    ).toMatchObject({ house: '5к2лб' });
  });

  test('what is missing is named', () => {
    expect(() => columnsOfAddresses(['id', 'lat'], 'a.csv')).toThrow(
      'a.csv lacks the columns address (or street and house), lon; it has id, lat.',
    );
  });

  test.each([
    ['nothing', '', ''],
    ['0, 0', '0', '0'],
    ['words', 'север', 'юг'],
    ['not on Earth', '95', '40'],
  ])('no point: %s', (_, lat, lon) => {
    expect(pointOfRow({ lat, lon }, findAddressColumns(['lat', 'lon']))).toBeNull();
  });
});
