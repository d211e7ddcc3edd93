import type { MessageKind, Regime } from '#kernel/appeal.ts';
import type { PlacePrecision, Point } from '#kernel/place.ts';

/** Where the problem is, as far as it is known. */
export interface UnderstoodPlace {
  readonly precision: PlacePrecision;
  readonly point: Point | null;
  readonly municipalityId: number | null;
  readonly settlementId: number | null;
  readonly streetId: number | null;
  readonly houseId: number | null;
  /** In words for people: «Липовск, ул. Мира, 12», or `null` where nothing is known. */
  readonly label: string | null;
  readonly isOutside: boolean;
}

/** What this stage tells the next ones about a case. */
export interface Understood {
  readonly appealId: string;
  readonly number: string;
  readonly accountId: number;
  readonly channel: string;
  readonly regime: Regime;
  readonly receivedAt: Date;
  readonly kind: MessageKind;
  readonly isKindSure: boolean;
  readonly topic: string | null;
  readonly sector: string | null;
  /** Whether the machine may act on the topic alone. */
  readonly isTopicSure: boolean;
  readonly place: UnderstoodPlace;
  readonly dangerLevel: 'high' | 'emergency' | null;
  readonly maskedText: string;
  readonly incident: { readonly id: string; readonly isNew: boolean } | null;
}
