export const abstract = {
} as const;
