import { StartFault } from '#store/start-fault.ts';
import { required, type Command } from '../command.ts';
import { learnFromFile } from './from-file.ts';
import { learnInRegion } from './in-region.ts';

export const trainTopicsCommand: Command = {
  name: 'train topics',
  summary: "learn topics anew from a region's own corrections, or from a file",
  takes: [],
  options: {
    region: { type: 'string' },
    from: { type: 'string' },
    text: { type: 'string' },
    label: { type: 'string' },
    place: { type: 'string' },
    time: { type: 'string' },
    map: { type: 'string' },
    out: { type: 'string' },
    json: { type: 'boolean' },
  },
  help: `otklik train topics --region NAME [--json]
otklik train topics --from A.csv --text COL --label COL [--place COL] [--time COL] [--map MAP.json] --out FILE.bin [--json]

With --region: goes on from the model that ships with the cases of the region whose topic is known: corrected or confirmed by
a person, or closed without objection. Learns from everything before the newest month, is compared with the model in force on
that month, and takes its place only if it is better; the same as the button on the page of quality. Words are masked.

With --from: learns from a file of anybody's and writes a model file. What judged it before it learnt from all is printed.

  --region NAME   address or name of the region
  --from FILE     CSV with commas, semicolons or tabs, gzipped or not, UTF-8 or Windows-1251; its first line names the columns
  --text COL      column of the text
  --label COL     column of the topic, or of anything else to tell apart
  --place COL     column of the district or municipality
  --time COL      column of the moment it was written (2021-02-20 9:05, 20.02.2021 …): the newest judge
  --map FILE      JSON {"their label": "our topic"}; labels it does not name are left out. Needed where the labels of the
                  file are not codes of the region's topics (road_potholes): no region takes such a model
  --out FILE      where to write the model; put it in force with: otklik model import FILE
  --json          one JSON object`,
  run: async (typed, surroundings) => {
    const [region, from] = [typed.text('region'), typed.text('from')];
    if ((region === undefined) === (from === undefined))
      throw new StartFault('Say where to learn from: --region NAME or --from FILE.');
    if (region !== undefined) return learnInRegion(required(typed, 'region'), 'topics', typed, surroundings);
    return learnFromFile(typed, surroundings);
  },
};
