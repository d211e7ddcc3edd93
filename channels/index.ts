import type { Connector } from './connector.ts';
import { desk } from './desk/connector.ts';
import { email } from './email/connector.ts';
import { imported } from './imported/connector.ts';
import { portal } from './portal/connector.ts';
import { vk } from './vk/connector.ts';

/**
 * Every channel that can be switched on, by its name in settings and in the database. This is the only file
 * that names channels: everyone else asks a connector for its traits. What `settings` accepts is what
 * `verify`, `parse` and `send` of the same connector take.
 */
export const connectors: Readonly<Record<string, Connector<unknown>>> = { desk, email, imported, portal, vk };
