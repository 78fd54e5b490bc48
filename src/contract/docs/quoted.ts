/** What a sentence has in backticks: splits it into words, code, words, code and so on. */
export const quoted = /`([^`]+)`/
