/** Production calendars of Russia that ship with Otklik, oldest first. */
import { z } from 'zod';
import { productionCalendarSchema, type ProductionCalendar } from '#centre/rules/calendar.ts';
import ru2020 from './ru-2020.json' with { type: 'json' };
import ru2021 from './ru-2021.json' with { type: 'json' };
import ru2022 from './ru-2022.json' with { type: 'json' };
import ru2023 from './ru-2023.json' with { type: 'json' };
import ru2024 from './ru-2024.json' with { type: 'json' };
import ru2025 from './ru-2025.json' with { type: 'json' };
import ru2026 from './ru-2026.json' with { type: 'json' };

export const publishedCalendars: readonly ProductionCalendar[] = z
  .array(productionCalendarSchema)
  .parse([ru2020, ru2021, ru2022, ru2023, ru2024, ru2025, ru2026]);
