/** The one stylesheet of the pages under /docs/: light and dark, from a phone upwards, fonts of the system. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --ground: #fbfbfa; --card: #fff; --ink: #1d2126; --soft: #5a636e; --line: #e3e5e8; --accent: #0b6e5f; --accent-soft: #e0f2ee;
  --amber: #8a5a00; --amber-soft: #fdf1d8; --grey-soft: #eceef0; --code: #f3f4f5;
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace;
  --sans: system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14171a; --card: #1b1f23; --ink: #e6e8ea; --soft: #9aa4ae; --line: #2d3339; --accent: #5ec9b4; --accent-soft: #123a34;
    --amber: #e8b95a; --amber-soft: #3a2d10; --grey-soft: #2a2f34; --code: #22272c;
  }
}
* { box-sizing: border-box }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100% }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.6 var(--sans) }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .2em }
a:focus-visible, input:focus-visible, pre:focus-visible, .wide:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
header, main, footer { width: min(70rem, 100% - 2.5rem); margin: 0 auto }
header { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; padding-block: 1.1rem; border-bottom: 1px solid var(--line) }
header .brand { font-weight: 700; font-size: 1.1rem; color: var(--ink); text-decoration: none; margin-right: auto }
header nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; font-size: .95rem }
header nav a { color: var(--soft); text-decoration: none }
header nav a:hover, header nav a[aria-current] { color: var(--accent) }
main { padding-block: 2rem 4rem }
article + article { margin-top: 3rem; padding-top: 2rem; border-top: 3px solid var(--line) }
footer { padding-block: 1.25rem 2.5rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .875rem }
h1 { font-size: clamp(1.6rem, 5vw, 2.2rem); line-height: 1.2; margin: 0 0 .75rem; letter-spacing: -.015em; overflow-wrap: anywhere }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; line-height: 1.3 }
h3 { font-size: 1.05rem; margin: 1.75rem 0 .5rem; overflow-wrap: anywhere }
p { margin: 0 0 .9rem; max-width: 46rem }
:lang(zh) { color: var(--soft) }
h2 :lang(zh), h3 :lang(zh), h3 .tag, h1 .tag { font-weight: 400; letter-spacing: 0 }
.lead { font-size: 1.075rem }
.crumbs { font-size: .9rem; color: var(--soft) }
code, pre { font-family: var(--mono); font-size: .875em }
code { background: var(--code); border-radius: 4px; padding: .1em .35em; overflow-wrap: anywhere }
pre { background: var(--code); border: 1px solid var(--line); border-radius: 8px; padding: .9rem 1rem; overflow-x: auto; line-height: 1.5; margin: 0 0 1rem }
pre code { background: none; padding: 0; overflow-wrap: normal }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: 1rem; padding: 0; margin: 0; list-style: none }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1rem 1.1rem }
.card strong { display: block }
.card b { font-size: 1.7rem; line-height: 1.2 }
.card p { margin: .15rem 0 0; color: var(--soft); font-size: .9rem }
progress { display: block; width: 100%; height: 6px; margin-top: .6rem; border: 0; border-radius: 3px; overflow: hidden; appearance: none; background: var(--grey-soft) }
progress::-webkit-progress-bar { background: var(--grey-soft) }
progress::-webkit-progress-value { background: var(--accent) }
progress::-moz-progress-bar { background: var(--accent) }
input[type=search] { width: 100%; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .6rem .8rem }
.operations { list-style: none; margin: 0; padding: 0; border: 1px solid var(--line); border-radius: 10px; background: var(--card); overflow: hidden }
.operations li + li { border-top: 1px solid var(--line) }
.operations a { display: grid; grid-template-columns: 18rem 1fr auto; gap: .1rem 1rem; padding: .55rem 1rem; text-decoration: none; color: inherit; align-items: baseline }
.operations a:hover { background: var(--accent-soft) }
.operations .name { font-family: var(--mono); font-size: .875rem; color: var(--accent); overflow-wrap: anywhere }
.operations .zh { display: block; font-size: .875rem }
.tag { display: inline-block; font-size: .75rem; line-height: 1.5; border-radius: 99px; padding: 0 .6em; background: var(--grey-soft); color: var(--soft); white-space: nowrap }
.tag.write, .tag.chosen { background: var(--amber-soft); color: var(--amber) }
.tag.state, .tag.seen { background: var(--accent-soft); color: var(--accent) }
.wide { overflow-x: auto; margin: 0 0 1rem; border: 1px solid var(--line); border-radius: 10px; background: var(--card) }
table { border-collapse: collapse; width: 100%; font-size: .925rem }
th, td { text-align: left; vertical-align: top; padding: .5rem .9rem; border-top: 1px solid var(--line) }
thead th { border-top: 0; font-size: .8rem; font-weight: 600; color: var(--soft); white-space: nowrap }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums }
td:first-child { min-width: 15rem }
td p { margin: 0 0 .5rem } td p:last-child { margin: 0 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.25rem; margin: 1rem 0 }
dt { color: var(--soft) } dd { margin: 0; min-width: 0 }
ul.codes { list-style: none; padding: 0; margin: 0 0 1rem; columns: 22rem; } ul.codes li { break-inside: avoid; padding: .1rem 0 } ul.codes p { font-size: .9rem; line-height: 1.45; margin: .1rem 0 .5rem }
ul.plain { padding-left: 1.2rem; margin: 0 0 1rem }
ul.plain a { overflow-wrap: anywhere }
[hidden] { display: none !important }
@media (max-width: 44rem) {
  .operations a { grid-template-columns: 1fr auto } .operations .what { grid-column: 1 / -1 }
  .operations .tag { grid-row: 1; grid-column: 2 }
  .stack thead { display: none } .stack tr { display: block; padding: .6rem 0; border-top: 1px solid var(--line) } .stack tr:first-child { border-top: 0 }
  .stack td { display: inline-block; border: 0; padding: .1rem 0 .1rem .9rem } .stack td:first-child, .stack td:nth-child(4) { display: block; padding-right: .9rem } .stack td:last-child { padding-right: .9rem } .stack td:empty { display: none }
  dl { grid-template-columns: 1fr; gap: 0 } dd { margin-bottom: .5rem }
  td:first-child { min-width: 8rem } th, td { padding: .4rem .45rem }
}
@media print { pre { white-space: pre-wrap; overflow-wrap: anywhere } .wide { overflow: visible } td:first-child { min-width: 8rem } th, td { padding: .3rem .4rem } tr, .card, .operations li { break-inside: avoid } input { display: none } }
`
