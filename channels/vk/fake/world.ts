import type { Point } from '#kernel/place.ts';

/** People and posts of the demo network are invented; ids are VK-like, of nobody. */
export interface FakeUser {
  readonly id: number;
  readonly firstName: string;
  readonly lastName: string;
}

export interface FakeFile {
  readonly kind: 'photo' | 'doc';
  readonly id: number;
  readonly ownerId: number;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface FakeMessage {
  readonly id: number;
  readonly numberInDialogue: number;
  readonly userId: number;
  readonly from: 'resident' | 'community';
  text: string;
  readonly at: Date;
  editedAt: Date | null;
  readonly files: readonly FakeFile[];
  readonly point: Point | null;
  readonly replyTo: number | null;
}

export interface FakeComment {
  readonly id: number;
  readonly postId: number;
  /** Positive: a user; negative: the community. */
  readonly fromId: number;
  text: string;
  readonly at: Date;
  readonly files: readonly FakeFile[];
  readonly replyTo: number | null;
  readonly branchId: number | null;
  isDeleted: boolean;
}

export interface FakePost {
  readonly id: number;
  readonly fromId: number;
  readonly text: string;
  readonly at: Date;
  readonly files: readonly FakeFile[];
  readonly point: Point | null;
  readonly isSuggested: boolean;
}

export const fakeUsers: readonly FakeUser[] = [
  { id: 900_000_101, firstName: 'Вера', lastName: 'Полянская' },
  { id: 900_000_102, firstName: 'Тимур', lastName: 'Саблин' },
  { id: 900_000_103, firstName: 'Зоя', lastName: 'Лаптева' },
  { id: 900_000_104, firstName: 'Аркадий', lastName: 'Мельников' },
  { id: 900_000_105, firstName: 'Дина', lastName: 'Хасанова' },
  { id: 900_000_106, firstName: 'Прохор', lastName: 'Вяткин' },
];

const seedPosts = [
  'Начинаем летний ремонт дворов. Пишите в комментариях, где нужнее всего.',
  'В субботу общегородской субботник. Инвентарь выдают с девяти утра.',
];

export interface Enclosed {
  readonly files?: readonly FakeFile[];
  readonly point?: Point | null;
  readonly replyTo?: number | null;
}

/** What was there before the network was started: it is known, and nobody is told of it. */
export interface FakePast {
  readonly users: readonly FakeUser[];
  readonly comments: readonly Pick<FakeComment, 'id' | 'postId' | 'fromId' | 'text' | 'at'>[];
  /** Numbers of new words begin above this one, so that a restart never gives one twice. */
  readonly lastNumber: number;
}

/** Everything one community and its residents wrote; in memory only. */
export class FakeWorld {
  readonly groupId: number;
  readonly #users: ReadonlyMap<number, FakeUser>;
  readonly messages: FakeMessage[] = [];
  readonly posts: FakePost[] = [];
  readonly comments: FakeComment[] = [];
  readonly files: FakeFile[] = [];
  #lastMessageId = 0;
  #lastWallId = 0;
  #lastFileId = 457_239_000;

  constructor(groupId: number, past: FakePast | null = null) {
    this.groupId = groupId;
    this.#users = new Map([...fakeUsers, ...(past?.users ?? [])].map((user) => [user.id, user]));
    for (const text of seedPosts) this.addPost(-groupId, text, {}, false);
    if (past === null) return;
    for (const comment of past.comments)
      this.comments.push({ ...comment, files: [], replyTo: null, branchId: null, isDeleted: false });
    this.#lastMessageId = past.lastNumber;
    this.#lastWallId = past.lastNumber;
  }

  user(id: number): FakeUser | undefined {
    return this.#users.get(id);
  }

  post(id: number): FakePost | undefined {
    return this.posts.find((post) => post.id === id);
  }

  comment(id: number): FakeComment | undefined {
    return this.comments.find((comment) => comment.id === id && !comment.isDeleted);
  }

  /** Files of a community are owned by it under a negative number. */
  addFile(ownerId: number, file: Pick<FakeFile, 'kind' | 'name' | 'mediaType' | 'bytes'>): FakeFile {
    this.#lastFileId += 1;
    const added = { ...file, id: this.#lastFileId, ownerId };
    this.files.push(added);
    return added;
  }

  addMessage(userId: number, from: FakeMessage['from'], text: string, enclosed: Enclosed): FakeMessage {
    this.#lastMessageId += 1;
    const message: FakeMessage = {
      id: this.#lastMessageId,
      numberInDialogue: this.messages.filter((other) => other.userId === userId).length + 1,
      userId,
      from,
      text,
      at: new Date(),
      editedAt: null,
      files: enclosed.files ?? [],
      point: enclosed.point ?? null,
      replyTo: enclosed.replyTo ?? null,
    };
    this.messages.push(message);
    return message;
  }

  /** Posts and comments of one wall share their numbers. */
  addPost(fromId: number, text: string, enclosed: Enclosed, isSuggested: boolean): FakePost {
    this.#lastWallId += 1;
    const post: FakePost = {
      id: this.#lastWallId,
      fromId,
      text,
      at: new Date(),
      files: enclosed.files ?? [],
      point: enclosed.point ?? null,
      isSuggested,
    };
    this.posts.push(post);
    return post;
  }

  addComment(postId: number, fromId: number, text: string, enclosed: Enclosed): FakeComment {
    this.#lastWallId += 1;
    const replied = this.comment(enclosed.replyTo ?? 0);
    const comment: FakeComment = {
      id: this.#lastWallId,
      postId,
      fromId,
      text,
      at: new Date(),
      files: enclosed.files ?? [],
      replyTo: replied?.id ?? null,
      branchId: replied === undefined ? null : (replied.branchId ?? replied.id),
      isDeleted: false,
    };
    this.comments.push(comment);
    return comment;
  }
}
