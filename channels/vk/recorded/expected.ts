import type { DeliveryItem, IncomingMessage } from '#kernel/channel.ts';

/**
 * What must be read from the payloads of this folder. They follow the format of VK's Callback API 5.199;
 * people, places and texts in them are made up. Keys are names of files.
 */
const sentAt = new Date('2026-01-03T09:00:00Z');

const plain = {
  isPublic: false,
  sentAt,
  author: { externalId: '900000101', name: null },
  files: [],
  point: null,
  inReplyTo: null,
  namesCase: null,
  isAutomatic: false,
} satisfies Partial<IncomingMessage>;
const inDialogue = {
  ...plain,
  threadKey: 'dialogue_900000101',
  address: { kind: 'dialogue', peerId: 900_000_101 },
} satisfies Partial<IncomingMessage>;
const inPublic = { ...plain, isPublic: true } satisfies Partial<IncomingMessage>;

const message = (read: IncomingMessage): DeliveryItem => ({ kind: 'message', message: read });
const file = (url: string, name: string | null = null) => ({ name, source: { kind: 'url', url } }) as const;
const photo = (name: string) =>
  file(`https://sun9-1.userapi.com/impg/${name}.jpg?size=2560x1920&type=album`);

export const expected: Readonly<Record<string, DeliveryItem>> = {
  message_new_photo_and_place: message({
    ...inDialogue,
    externalId: 'message_41',
    text: 'Город на связи, во дворе на Садовой, 4 провал в асфальте',
    files: [photo('pit')],
    point: { lat: 51.7304, lon: 36.1926 },
  }),
  message_new_forwarded_and_reply: message({
    ...inDialogue,
    externalId: 'message_42',
    text: 'Вот что ответили соседке\n> Заявку приняли.\n> Ждите.\n> > Лифт не работает с Аркадием пятый день',
    files: [photo('note')],
    inReplyTo: 'message_40',
  }),
  message_new_documents_and_links: message({
    ...inDialogue,
    externalId: 'message_43',
    text: 'Документы и видео\nhttps://vk.com/video900000101_456239017\nhttps://example.org/news/1',
    files: [
      file('https://vk.com/doc900000101_667001?hash=h1&dl=d1', 'Акт осмотра.pdf'),
      file('https://psv4.userapi.com/audiomsg/1.mp3'),
    ],
  }),
  message_new_shared_post: message({
    ...inDialogue,
    externalId: 'message_44',
    text: 'Когда?\n> Ремонт начнётся весной\n> https://vk.com/wall-219000001_12',
  }),
  message_new_in_a_chat: message({
    ...inPublic,
    externalId: 'chat_2000000003_55',
    threadKey: 'chat_2000000003_900000101',
    address: { kind: 'dialogue', peerId: 2_000_000_003 },
    text: '@otklik у нас темно на остановке',
  }),
  message_new_sticker: { kind: 'ignored', what: 'sticker' },
  message_new_gift: { kind: 'unknown', detail: 'message_new with nothing to show: gift' },
  message_new_with_a_strange_attachment: message({
    ...inDialogue,
    externalId: 'message_45',
    text: 'Фонарь не горит',
  }),
  message_new_own: { kind: 'ignored', what: 'own message' },
  message_new_without_a_sender: { kind: 'unknown', detail: 'message_new of an unknown shape' },
  message_reply: { kind: 'ignored', what: 'message_reply' },
  message_edit: {
    kind: 'edited',
    externalId: 'message_41',
    text: 'Во дворе на Садовой, 6 провал в асфальте',
    at: new Date('2026-01-03T10:00:00Z'),
  },
  message_typing_state: { kind: 'ignored', what: 'message_typing_state' },
  wall_reply_new: message({
    ...inPublic,
    externalId: 'comment_-219000001_120',
    threadKey: 'wall_-219000001_77_120_900000102',
    address: { kind: 'wall', ownerId: -219_000_001, postId: 77, commentId: 120, branchId: 120 },
    author: { externalId: '900000102', name: null },
    text: 'А у нас на Лесной третий день нет воды',
    files: [photo('tap')],
    inReplyTo: 'post_-219000001_77',
  }),
  wall_reply_new_in_a_branch: message({
    ...inPublic,
    externalId: 'comment_-219000001_123',
    threadKey: 'wall_-219000001_77_120_900000102',
    address: { kind: 'wall', ownerId: -219_000_001, postId: 77, commentId: 123, branchId: 120 },
    author: { externalId: '900000102', name: null },
    text: 'Город на связи, спасибо, но воды всё ещё нет',
    inReplyTo: 'comment_-219000001_121',
  }),
  wall_reply_new_own: { kind: 'ignored', what: 'own comment' },
  wall_reply_edit: {
    kind: 'edited',
    externalId: 'comment_-219000001_120',
    text: 'А у нас на Лесной, 8 третий день нет воды',
    at: null,
  },
  wall_reply_delete: { kind: 'deleted', externalId: 'comment_-219000001_120', at: null },
  wall_post_new: message({
    ...inPublic,
    externalId: 'post_-219000001_130',
    threadKey: 'wall_-219000001_130_900000103',
    address: { kind: 'wall', ownerId: -219_000_001, postId: 130, commentId: null, branchId: null },
    author: { externalId: '900000103', name: null },
    text: 'На площадке сломаны качели\nСиденье висит на одной цепи',
    files: [photo('swing')],
    point: { lat: 51.7373, lon: 36.1873 },
  }),
  wall_post_new_suggested: message({
    ...plain,
    externalId: 'post_-219000001_131',
    threadKey: 'wall_-219000001_131_900000103',
    address: { kind: 'wall', ownerId: -219_000_001, postId: 131, commentId: null, branchId: null },
    author: { externalId: '900000103', name: null },
    text: 'Предлагаю перенести контейнеры',
  }),
  wall_post_new_shared: message({
    ...inPublic,
    externalId: 'post_-219000001_132',
    threadKey: 'wall_-219000001_132_900000103',
    address: { kind: 'wall', ownerId: -219_000_001, postId: 132, commentId: null, branchId: null },
    author: { externalId: '900000103', name: null },
    text: '> Стая собак у школы\n> https://vk.com/wall900000104_5',
    files: [photo('dogs')],
  }),
  wall_post_new_own: { kind: 'ignored', what: 'own post' },
  photo_comment_new: { kind: 'unknown', detail: 'event photo_comment_new' },
  event_of_another_community: { kind: 'unknown', detail: 'an event of another community' },
};
