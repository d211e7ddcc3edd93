import { z } from 'zod';
import { commonFailures, type Endpoint } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { httpStatus } from './http-status.ts';

const schemaOf = (type: z.ZodType): object => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io: 'output', unrepresentable: 'any' }) as Record<
    string,
    unknown
  >;
  return schema;
};

const parametersOf = (place: 'path' | 'query', type: z.ZodType): object[] => {
  const schema = z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(schema.properties ?? {}).map(([name, shape]) => ({
    name,
    in: place,
    required: place === 'path' || (schema.required ?? []).includes(name),
    schema: shape,
  }));
};

const failuresByStatus = (endpoint: Endpoint): Map<number, string[]> => {
  const codes = [...commonFailures, ...endpoint.failures];
  const byStatus = new Map<number, string[]>();
  for (const code of codes) {
    const status = httpStatus[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return byStatus;
};

const operation = (name: string, endpoint: Endpoint, tag: string): object => ({
  operationId: name,
  tags: [tag],
  summary: endpoint.summary,
  'x-permission': endpoint.access,
  parameters: [...parametersOf('path', endpoint.params), ...parametersOf('query', endpoint.query)],
  ...(endpoint.method === 'GET' || endpoint.method === 'DELETE'
    ? {}
    : {
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: z.toJSONSchema(endpoint.body, { io: 'input', unrepresentable: 'any' }),
            },
          },
        },
      }),
  responses: {
    200: { description: 'Done', content: { 'application/json': { schema: schemaOf(endpoint.success) } } },
    ...Object.fromEntries(
      [...failuresByStatus(endpoint)].map(([status, codes]) => [
        status,
        {
          description: codes.join(', '),
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } },
        },
      ]),
    ),
  },
});

/** The OpenAPI 3.1 document, derived from the contract. */
export function openapi(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const [tag, group] of Object.entries(endpoints)) {
    for (const [name, endpoint] of Object.entries(group)) {
      const path = `/api${endpoint.path.replaceAll(/:(\w+)/g, '{$1}')}`;
      (paths[path] ??= {})[endpoint.method.toLowerCase()] = operation(name, endpoint, tag);
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Otklik', version: '1', description: 'API of the regional control centre' },
    paths,
    components: {
      schemas: {
        Failure: {
          type: 'object',
          required: ['failure', 'message'],
          properties: { failure: { type: 'object', required: ['code'] }, message: { type: 'string' } },
        },
      },
    },
  };
}
