-- Objects: what a place stands on (lamps, stops, container sites, road segments, parks …) and whose they are.
-- Why: the owner of the object answers before any rule of the register. Locks: none on the new tables; two columns without
-- a default are added to incident, and passports of topics get one key. Undo: drop table appeal_asset, asset_cell, asset;
-- alter table incident drop column shape_origin.

create table asset (
  region_id       int  not null references region (id) on delete cascade,
  id              int  not null,
  kind            text not null check (kind in (
    'building','yard','playground','sports_ground','lamp','tree','green_area','park','forest','water',
    'container_site','landfill','manhole','storm_drain','toilet',
    'road_segment','sidewalk','crossing','traffic_light','road_sign','bridge','parking','stop','station','rail_crossing',
    'pipeline','power_line','construction_site','cemetery','memorial',
    'school','kindergarten','college','clinic','social_institution','culture_place','sports_place','office',
    'shop','market','pharmacy','bank','post_office','cafe','hotel','fuel_station','worship_place','other')),
  source          text not null check (source <> ''),
  external_id     text not null check (external_id <> ''),
  name            text check (name <> ''),
  number          text check (number <> ''),
  owner_id        int,
  municipality_id int,
  settlement_id   int,
  street_id       int,
  lat             double precision not null,
  lon             double precision not null,
  shape           jsonb,
  source_date     date,
  changed_at      timestamptz not null,
  removed_at      timestamptz,
  primary key (region_id, id),
  constraint asset_taken_once unique (region_id, source, kind, external_id),
  foreign key (region_id, owner_id) references authority (region_id, id),
  foreign key (region_id, municipality_id) references municipality (region_id, id),
  foreign key (region_id, settlement_id) references settlement (region_id, id),
  foreign key (region_id, street_id) references street (region_id, id),
  constraint asset_point_possible check (abs(lat) <= 90 and abs(lon) <= 180 and not (lat = 0 and lon = 0)),
  constraint asset_shape_is_geometry check (shape is null or jsonb_typeof(shape -> 'coordinates') = 'array')
);
comment on table asset is 'Объект: фонарь, остановка, площадка, участок дороги, парк — и его балансодержатель';
comment on column asset.owner_id is 'Балансодержатель или управляющая компания; null — не известен';
comment on column asset.lat is 'Точка на самом объекте: подпись и метка карты';
comment on column asset.shape is 'Линия или площадь, GeoJSON; null — объект точечный, он в lat, lon';
comment on column asset.removed_at is 'Снят с учёта: не ищется, но карточки помнят его';
-- Objects with a name are landmarks: read once with the region's gazetteer.
create index asset_named on asset (region_id, kind) where name is not null and removed_at is null;
create index asset_of_owner on asset (region_id, owner_id) where owner_id is not null;
create index asset_of_street on asset (region_id, street_id, kind) where street_id is not null and removed_at is null;

-- Which cells an object touches. A table and not an array: under a policy `&&` loses its index (it is not leakproof),
-- equality of texts keeps it.
create table asset_cell (
  region_id int  not null,
  cell      text not null,
  kind      text not null,
  asset_id  int  not null,
  primary key (region_id, cell, kind, asset_id),
  foreign key (region_id, asset_id) references asset (region_id, id) on delete cascade
);
comment on table asset_cell is 'Ячейки H3, которых касается объект: чем он больше, тем крупнее; сняли с учёта — ячеек нет';
create index asset_cell_of on asset_cell (region_id, asset_id);

-- Which object a case is about. Facts are added: the last row of a case stands.
create table appeal_asset (
  region_id  int  not null,
  appeal_id  uuid not null,
  seq        int  not null check (seq >= 1),
  at         timestamptz not null,
  by_staff   uuid,
  finding    text not null check (finding in ('nearest', 'several', 'none', 'chosen', 'refused')),
  asset_id   int,
  meters     real check (meters >= 0),
  candidates jsonb not null default '[]',
  primary key (region_id, appeal_id, seq),
  foreign key (region_id, appeal_id) references appeal (region_id, id) on delete cascade,
  foreign key (region_id, asset_id) references asset (region_id, id),
  constraint found_is_named check ((finding in ('nearest', 'chosen')) = (asset_id is not null)),
  constraint person_says_it check ((finding in ('chosen', 'refused')) <= (by_staff is not null))
);
comment on table appeal_asset is 'На каком объекте проблема: ближайший нужного вида, несколько равно близких или выбор человека';
create index appeal_asset_of on appeal_asset (region_id, asset_id) where asset_id is not null;

-- Where the line or the area of a problem comes from.
alter table incident add column shape_origin text check (shape_origin in ('object', 'street', 'drawn'));
alter table incident add constraint shape_has_origin check ((shape is null) = (shape_origin is null));
comment on column incident.shape is 'Линия или площадь проблемы, GeoJSON; null — точка. Квартиры и дома жителей не рисуются';

-- Topics of regions made earlier learn which objects they are about; a passport that says it keeps its own list.
update topic set passport = passport || jsonb_build_object('objectKinds', coalesce(
  (select to_jsonb(string_to_array(k.kinds, ' ')) from (values
    ('yard_snow', 'yard'), ('park_snow', 'playground sports_ground park green_area'), ('yard_potholes', 'yard'),
    ('street_light_broken', 'lamp'), ('open_manhole', 'manhole storm_drain'),
    ('playground_broken', 'playground sports_ground'), ('lawns_trees', 'tree green_area park yard'),
    ('dangerous_tree', 'tree green_area park yard'), ('tree_felling', 'tree green_area park'),
    ('hogweed', 'green_area park'), ('benches_bins', 'park green_area yard'), ('yard_flooding', 'yard'),
    ('yard_cleaning', 'yard'), ('yard_sidewalk', 'sidewalk park yard'), ('public_toilet', 'toilet'),
    ('park_keeping', 'park green_area'),
    ('road_potholes', 'road_segment'), ('road_pothole_emergency', 'road_segment'), ('road_snow', 'road_segment'),
    ('sidewalk_snow', 'sidewalk road_segment'), ('road_cleaning', 'road_segment'), ('road_marking', 'road_segment'),
    ('road_signs', 'road_sign road_segment'), ('traffic_lights', 'traffic_light'), ('crossings', 'crossing road_segment'),
    ('speed_bumps', 'road_segment'), ('road_lighting', 'lamp road_segment'), ('storm_drain', 'storm_drain road_segment'),
    ('road_flooding', 'road_segment'), ('road_sidewalk', 'sidewalk road_segment'), ('road_barriers', 'road_segment'),
    ('bridges', 'bridge'), ('road_repair', 'road_segment'), ('road_repair_quality', 'road_segment'),
    ('parking_places', 'parking'), ('road_obstruction', 'road_segment'), ('roads_other', 'road_segment'),
    ('pipe_burst', 'pipeline'), ('sewer_blockage', 'building'), ('basement_flooding', 'building'), ('icicles', 'building'),
    ('roof_leak', 'building'), ('flat_flooding', 'building'), ('house_graffiti', 'building'), ('house_facade', 'building'),
    ('lift', 'building'), ('entrance_cleaning', 'building'), ('entrance_repair', 'building'),
    ('entrance_lighting', 'building'), ('utility_bills', 'building'), ('house_manager_work', 'building'),
    ('house_upkeep', 'building'), ('common_property_misuse', 'building'), ('housing_other', 'building'),
    ('waste_site', 'container_site'), ('waste_containers', 'container_site'),
    ('power_poles', 'power_line'), ('fallen_wires', 'power_line'),
    ('bus_stop_upkeep', 'stop'), ('rail_crossing', 'rail_crossing'), ('hospital_upkeep', 'clinic'),
    ('school_building', 'school kindergarten'), ('school_meals', 'school kindergarten'),
    ('school_safety', 'school kindergarten'), ('school_heating', 'school kindergarten'),
    ('social_institutions', 'social_institution'), ('culture_institutions', 'culture_place'),
    ('sport_facilities', 'sports_place sports_ground'), ('cemetery_upkeep', 'cemetery'),
    ('burial_memorials', 'memorial cemetery')) as k(code, kinds) where k.code = topic.code), '[]'::jsonb))
where not passport ? 'objectKinds';

do $$
declare name text;
begin
  foreach name in array array['asset', 'asset_cell'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy in_region on %I using (region_id = (select session_region())) with check (region_id = (select session_region()))', name);
  end loop;
end $$;

alter table appeal_asset enable row level security;
create policy added_in_region on appeal_asset for insert with check (region_id = (select session_region()));
create policy sees_appeal on appeal_asset for select using (region_id = (select session_region()) and ((select session_sees_all())
  or exists (select 1 from appeal_state s where s.region_id = appeal_asset.region_id and s.appeal_id = appeal_asset.appeal_id)));
create policy erases_all on appeal_asset for delete using (region_id = (select session_region()) and (select session_sees_all()));
