import { assetsById, assetsInCells, type Asset, type AskedCell } from '#centre/queries/assets.ts';
import { cellsWithin } from '#centre/rules/asset-cells.ts';
import type { AssetKind } from '#centre/rules/asset-kind.ts';
import type { PlacePrecision, Point } from '#kernel/place.ts';
import type { Db, Writer } from '#store/connection.ts';
import { nearestAsset, reachOf, type FoundAsset } from '../rules/nearest-asset.ts';

/** A place of a problem and the kinds of objects it may be about, the likeliest first. */
export interface AssetQuestion {
  readonly appealId: string;
  readonly point: Point;
  readonly precision: PlacePrecision;
  readonly kinds: readonly AssetKind[];
}

/** The nearest object of each case; two questions to the database whatever the size of the batch. */
export async function findAssets(
  tx: Db | Writer,
  regionId: number,
  questions: readonly AssetQuestion[],
): Promise<ReadonlyMap<string, FoundAsset<Asset>>> {
  const asked = questions.map((question) => ({ question, cells: cellsOf(question) }));
  const distinct = new Map(
    asked.flatMap(({ cells }) => cells).map((one) => [`${one.cell} ${one.kind}`, one]),
  );
  const inCells = Map.groupBy(
    await assetsInCells(tx, regionId, [...distinct.values()]),
    ({ cell, kind }) => `${cell} ${kind}`,
  );
  const idsOf = (cells: readonly AskedCell[]): number[] => [
    ...new Set(
      cells.flatMap(({ cell, kind }) => (inCells.get(`${cell} ${kind}`) ?? []).map(({ assetId }) => assetId)),
    ),
  ];
  const near = asked.map(({ question, cells }) => ({ question, ids: idsOf(cells) }));
  const assets = await assetsById(tx, regionId, [...new Set(near.flatMap(({ ids }) => ids))]);
  return new Map(
    near.map(({ question, ids }) => [
      question.appealId,
      nearestAsset(
        question.point,
        question.precision,
        question.kinds,
        ids.flatMap((id) => assets.get(id) ?? []),
      ),
    ]),
  );
}

const cellsOf = ({ point, precision, kinds }: AssetQuestion): AskedCell[] =>
  kinds.flatMap((kind) => {
    const reach = reachOf(kind, precision);
    return reach === null ? [] : cellsWithin(point, reach).map((cell) => ({ cell, kind }));
  });

/** As far as a person may look for the object meant. */
const LOOK_AROUND_METERS = 300;

/** Objects of these kinds around a point, in no order; for a person to choose from. */
export async function nearAssets(
  tx: Db | Writer,
  regionId: number,
  point: Point,
  kinds: readonly AssetKind[],
): Promise<readonly Asset[]> {
  const cells = cellsWithin(point, LOOK_AROUND_METERS);
  const found = await assetsInCells(
    tx,
    regionId,
    kinds.flatMap((kind) => cells.map((cell) => ({ cell, kind }))),
  );
  const assets = await assetsById(tx, regionId, [...new Set(found.map(({ assetId }) => assetId))]);
  return [...assets.values()];
}
