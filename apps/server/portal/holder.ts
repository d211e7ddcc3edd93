import type { CaseFacts } from '../views/case-facts.ts';
import { handedOver } from '../views/handed-over.ts';
import type { Visit } from './visit.ts';

/** Full name of the body that held a case at a moment; the centre itself while nobody did. */
export function holderAt({ knowledge, site }: Visit, facts: CaseFacts, at: Date): string {
  const id = handedOver(facts).findLast((one) => one.authority_id !== null && one.at <= at)?.authority_id;
  return knowledge.bodies.get(id ?? 0)?.name ?? site.operatorName;
}
