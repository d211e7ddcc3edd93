/** Types of the tables, printed from the migrated database by `npm run schema`. Do not edit. */
export interface Database {}
