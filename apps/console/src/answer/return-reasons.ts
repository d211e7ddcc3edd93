import { returnDraft } from '#contract/answer.ts';

/** Why an answer may be returned: the list of the contract. */
export const returnReasons = returnDraft.body.shape.reason.options;
export type ReturnReason = (typeof returnReasons)[number];
