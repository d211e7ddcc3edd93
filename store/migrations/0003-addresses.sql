-- Addresses: a settlement may be a part of another («посёлок Шушары, территория Славянка»), so that naming the whole finds the part.
-- Why: registers name both, people either. Locks: a column without a default, taken for an instant. Undo: drop the column.

alter table settlement add column parent_id int;
alter table settlement add foreign key (region_id, parent_id) references settlement (region_id, id);
comment on column settlement.parent_id is 'Часть чего: территория посёлка, бывшая деревня в черте города; null — сам по себе';

