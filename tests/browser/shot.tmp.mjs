import { chromium } from "playwright-core";
const base=process.argv[2], out=process.argv[3];
import http from "node:http"; import {readFile} from "node:fs/promises"; import path from "node:path";
const types={".html":"text/html; charset=utf-8",".css":"text/css",".js":"text/javascript",".svg":"image/svg+xml",".webp":"image/webp",".png":"image/png"};
const s=http.createServer(async(q,r)=>{let p=decodeURI(q.url.split("?")[0]);if(p.endsWith("/"))p+="index.html";try{const b=await readFile(path.join(base,p));r.writeHead(200,{"content-type":types[path.extname(p)]??"application/octet-stream"});r.end(b)}catch{r.writeHead(404);r.end()}}).listen(0);
const port=s.address().port;
const b=await chromium.launch({executablePath:"/usr/bin/chromium",args:["--no-sandbox"]});
for(const [name,addr] of process.argv.slice(4).map(x=>x.split("="))) for(const [w,sch] of [[320,"light"],[768,"dark"],[1280,"light"]]){
 const c=await b.newContext({viewport:{width:w,height:w==320?640:800},colorScheme:sch});const p=await c.newPage();await p.goto(`http://localhost:${port}${addr}`);await p.screenshot({path:`${out}/${name}-${w}.png`});await c.close();}
await b.close();s.close();
