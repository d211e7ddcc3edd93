import type { Role } from '#kernel/role.ts';
import type { Topic } from '#centre/rules/topic.ts';
import type { DemoRegion } from '../demo-region.ts';
import type { TruePlace } from '../grammar/places.ts';
import {
  registered,
  responsibility,
  responsibleFor,
  type ResponsibilityRow,
} from '../organisations/responsibility.ts';

interface Responsible {
  readonly authority: string;
  readonly executor: string | null;
}

/** Who answers for a problem and who does what with it. */
export interface StaffDesk {
  /** The body and unit that should get it; `null`: not determined. */
  responsibleOf(topic: Topic, place: TruePlace, municipality: string | null): Responsible | null;
  /** Whom the centre's register names; not always the same. */
  registeredOf(topic: Topic, place: TruePlace, municipality: string | null): Responsible | null;
  readonly moderators: readonly string[];
  readonly inspectors: readonly string[];
  operatorOf(municipality: string | null): string;
  coordinatorOf(municipality: string | null): string;
  executorOf(authority: string): string;
  approverOf(authority: string): string;
  shortName(authority: string): string;
}

/** A house names its keeper, a street its owner; the rest is in the register. */
function answersFor(
  rows: readonly ResponsibilityRow[],
  topic: Topic,
  { house, street }: TruePlace,
  municipality: string | null,
): Responsible | null {
  if (topic.responsibleKind === 'house_manager' && house?.use === 'apartments') {
    return house.manager === null ? null : { authority: house.manager, executor: null };
  }
  if (topic.responsibleKind === 'road_owner' && street !== null) {
    return street.ownerAuthority === null ? null : { authority: street.ownerAuthority, executor: null };
  }
  const { code, sector, responsibleKind } = topic;
  const row = responsibleFor({ topic: code, sector, responsibleKind }, municipality, rows);
  return row === null ? null : { authority: row.authority, executor: row.executor };
}

/** Indexes the staff once, so that a thousand stories find their people quickly. */
export function staffDesk(region: DemoRegion): StaffDesk {
  const authorities = new Map(region.authorities.map((authority) => [authority.code, authority]));
  const grants = region.staff.flatMap(({ login, grants: held }) =>
    held.map((grant) => ({ login, ...grant })),
  );
  const having = (role: Role) => grants.filter((grant) => grant.role === role);
  const everywhere = (role: Role) =>
    having(role)
      .filter(({ municipality, authority }) => municipality === null && authority === null)
      .map(({ login }) => login);
  const nearest = (role: Role) => {
    const local = new Map(
      having(role).flatMap(({ municipality, login }) =>
        municipality === null ? [] : [[municipality, login] as const],
      ),
    );
    const [general = ''] = everywhere(role);
    return (municipality: string | null) => local.get(municipality ?? '') ?? general;
  };
  const [operator, coordinator, localApprover] = [
    nearest('operator'),
    nearest('coordinator'),
    nearest('approver'),
  ];
  const executors = new Map(having('executor').map(({ authority, login }) => [authority, login]));
  const approvers = new Map(
    having('approver').flatMap(({ authority, login }) =>
      authority === null ? [] : [[authority, login] as const],
    ),
  );
  return {
    responsibleOf: (...about) => answersFor(responsibility, ...about),
    registeredOf: (...about) => answersFor(registered, ...about),
    moderators: everywhere('moderator'),
    inspectors: everywhere('inspector'),
    operatorOf: operator,
    coordinatorOf: coordinator,
    executorOf: (authority) => executors.get(authority) ?? 'ispolnitel',
    approverOf: (authority) => {
      const own = authorities.get(authority);
      const [only] = own?.municipalities ?? [];
      if (only !== undefined && own?.municipalities?.length === 1) return localApprover(only);
      return approvers.get(authority) ?? approvers.get(own?.parent ?? '') ?? 'soglasuyuschiy';
    },
    shortName: (authority) => authorities.get(authority)?.shortName ?? authority,
  };
}
