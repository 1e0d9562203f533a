/**
 * The components that MDX may use, and their props: each a literal string. What a component must hold is checked where
 * its content is prepared (data-tables.ts, factor-lists.ts, charts.ts).
 */
type ComponentRule = { required: string[]; optional: string[]; holds: string };

export const componentRules: Record<string, ComponentRule> = {
  DataTable: { required: [], optional: ['caption', 'source', 'sourceUrl'], holds: 'one Markdown table' },
  FactorList: { required: [], optional: ['title'], holds: 'one list whose items start with a **bold label**' },
  AdSlot: { required: [], optional: [], holds: '' },
  Figure: { required: ['src', 'alt', 'credit'], optional: ['caption'], holds: '' },
  PullQuote: { required: [], optional: ['cite'], holds: 'the words quoted' },
  KeyPoints: { required: [], optional: ['title'], holds: 'one list' },
  Note: { required: [], optional: ['title'], holds: 'text' },
  Timeline: { required: [], optional: ['title'], holds: 'one list whose items start with a **bold date**' },
  Chart: { required: ['caption'], optional: ['unit', 'source', 'sourceUrl'], holds: 'one table: labels and numbers' },
};

export const componentNames = Object.keys(componentRules);
