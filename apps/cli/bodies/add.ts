import { StartFault } from '#store/start-fault.ts';
import { inHouse, required, type Command, type Surroundings, type Typed } from '../command.ts';
import { findRegion } from '../find-region.ts';
import { authorityKinds } from '#centre/rules/authority-kind.ts';
import { reasonsToRefuse, takeBodies } from './take-bodies.ts';

export const addBodyCommand: Command = {
  name: 'body add',
  summary: 'add an organisation that answers for something',
  takes: [],
  options: {
    region: { type: 'string' },
    name: { type: 'string' },
    short: { type: 'string' },
    kind: { type: 'string' },
    municipality: { type: 'string' },
    contact: { type: 'string' },
  },
  help: `otklik body add --region NAME --name "ООО «Уют»" --kind house_manager [--short "УК «Уют»"] [--municipality M]

Adds an organisation. From then on the register of responsibility, objects and accounts may name it. Complaints about it go to
the administration of its municipality, or to the government of the region.

  --region NAME      address or name of the region
  --name NAME        its whole name, by which registers of objects and managers name it
  --short NAME       as cases show it (the whole name)
  --kind KIND        ${authorityKinds.slice(0, 7).join(', ')},
                     ${authorityKinds.slice(7, 13).join(', ')},
                     ${authorityKinds.slice(13, 18).join(', ')},
                     ${authorityKinds.slice(18).join(', ')}
  --municipality M   it works there only: name or number; the whole region where none is given
  --contact TEXT     a telephone or an address for colleagues`,
  run: addBody,
};

async function addBody(typed: Typed, surroundings: Surroundings): Promise<void> {
  const meant = required(typed, 'region');
  const [name, kind] = [required(typed, 'name'), required(typed, 'kind')];
  const text = (option: string): string => typed.text(option) ?? '';
  const [short, municipality, contact] = [text('short'), text('municipality'), text('contact')];
  await inHouse(surroundings, async ({ db }) => {
    const region = await findRegion(db, meant);
    const { added, refused } = await takeBodies(
      db,
      region.id,
      [{ row: 1, name, short, kind, municipality, contact }],
      { at: surroundings.now(), isDry: false },
    );
    const [why] = refused.keys();
    if (why !== undefined) throw new StartFault(`${name} was not added: ${reasonsToRefuse[why]}.`);
    const [body] = added;
    surroundings.out(
      body === undefined
        ? `${region.name} has ${name} already.`
        : `${body.name} is added to ${region.name}, its number is ${body.id}.`,
    );
  });
}
