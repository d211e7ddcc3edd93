import type { AuthorityKind } from '#centre/rules/authority-kind.ts';

/** Ответственная организация. */
export interface Authority {
  readonly code: string;
  readonly kind: AuthorityKind;
  readonly fullName: string;
  readonly shortName: string;
  /** Codes of the municipalities it serves; `null`: the whole region. */
  readonly municipalities: readonly string[] | null;
  /** Code of the body above it, where approval and escalation go. */
  readonly parent: string | null;
}

/** Исполнитель: a unit inside an authority. */
export interface Executor {
  readonly code: string;
  readonly authority: string;
  readonly name: string;
}
