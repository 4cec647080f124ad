import type { Language } from '../../core/language.ts'
import { defaultEconomics } from '../../core/value/defaults.ts'
import { saveArticle, savePublication } from '../../server/knowledge/store.ts'
import { sql } from '../../server/platform/db.ts'
import { newId } from '../../server/platform/ids.ts'
import { savePolicy, startPolicy } from '../../server/routing/store.ts'
import { saveExamples } from '../../server/understanding/store.ts'
import { trainNow } from '../../server/understanding/teaching.ts'
import { saveEconomics } from '../../server/value/store.ts'
import type { World } from './world.ts'

/** A small shop with what the main job needs: policy, economics, a few labelled examples and two articles. */
export async function furnish(world: World): Promise<{ returns: string; delivery: string }> {
  return world.platform.act(world.account, async (work) => {
    const { db, account } = work
    const { version: _, ...policy } = startPolicy
    await savePolicy(db, account, policy, world.owner.person)
    for (const intent of Object.keys(examples)) await saveEconomics(db, account, defaultEconomics(intent))
    await saveExamples(
      db,
      account,
      Object.entries(examples).flatMap(([intent, texts]) => texts.map((text) => ({ intent, text, language: null }))),
      'test',
    )
    await trainNow(work)
    const returns = await publish(world, db, 'return-window', returnTexts)
    const delivery = await publish(world, db, 'delivery-times', deliveryTexts)
    return { returns, delivery }
  })
}

/** A customer with an order, known to the shop by this id. */
export async function addCustomer(
  world: World,
  customer: { externalId: string; name: string; orders: { number: string; total: number; daysAgo: number }[] },
): Promise<string> {
  const id = newId()
  await world.platform.database.inAccount(world.account, async (db) => {
    await sql`
      insert into customers (account, id, external_id, name, since) values (${world.account}, ${id}, ${customer.externalId}, ${customer.name}, now() - interval '2 years')`.execute(
      db,
    )
    for (const order of customer.orders)
      await sql`
        insert into orders (account, id, customer, number, at, status, total_cents, items)
        values (${world.account}, ${newId()}, ${id}, ${order.number}, now() - make_interval(days => ${order.daysAgo}), 'delivered', ${order.total * 100},
          '[{"name":"Saar table","quantity":1,"price":549}]')`.execute(db)
  })
  return id
}

async function publish(
  world: World,
  db: Parameters<typeof saveArticle>[0],
  slug: string,
  texts: Record<Language, [string, string]>,
): Promise<string> {
  const all = Object.entries(texts).map(([language, [title, body]]) => ({ language: language as Language, title, body }))
  const id = await saveArticle(db, world.account, { id: null, slug, author: world.owner.person, texts: all })
  await savePublication(db, world.account, id, true)
  return id
}

const examples: Record<string, string[]> = {
  'delivery-status': [
    'where is my parcel',
    'my order has not arrived',
    'when will it be delivered',
    'track my package',
    'พัสดุอยู่ไหน',
    'ของยังไม่มาเลย',
    'pakk ei ole kohale jõudnud',
    '我的包裹到哪里了',
    'paket saya belum sampai',
    'bila barang saya sampai',
  ],
  return: [
    'how can I return this',
    'i want to send it back',
    'can I return the chair',
    'return policy please',
    'อยากคืนสินค้า',
    'คืนของได้ไหม',
    'soovin kauba tagastada',
    '我想退货',
    'mau retur barang',
    'nak pulangkan barang',
  ],
  leaving: [
    'I am done with you, cancel everything',
    'worst shop ever, I will never buy again',
    'close my account I am leaving',
    'I will go to your competitor',
    'จะไม่ซื้ออีกแล้ว แย่มาก',
    'ma ei osta teilt enam kunagi',
    '太差了再也不买了',
    'saya kecewa tidak akan beli lagi',
    'teruk sangat, tak nak beli lagi',
    'this is unacceptable, goodbye',
  ],
  'business-order': [
    'we need 40 chairs for our office',
    'quote for 20 desks please',
    'company order bulk discount',
    'offer for our hotel, 60 tables',
    'ต้องการสั่งโต๊ะ 30 ตัวให้บริษัท',
    'vajame kontorisse 25 lauda',
    '公司需要采购50把椅子',
    'butuh 30 meja untuk kantor',
    'syarikat kami perlukan 40 kerusi',
    'pricing for 15 desks for a school',
  ],
  greeting: ['hello', 'hi there', 'good morning', 'hey', 'สวัสดี', 'tere', '你好', 'halo', 'selamat pagi', 'hai'],
}

const returnTexts: Record<Language, [string, string]> = {
  en: [
    'How long you may return something',
    'You may return goods within 30 days of delivery, unused or assembled only to try.\n\n## What it costs\nParcels are free at a parcel point. Picking up large furniture costs €25.',
  ],
  ms: [
    'Berapa lama boleh pulangkan barang',
    'Anda boleh memulangkan barang dalam masa 30 hari selepas penghantaran, jika belum digunakan.\n\n## Kos\nBungkusan kecil percuma. Perabot besar dikenakan €25.',
  ],
  id: [
    'Berapa lama boleh retur barang',
    'Anda dapat mengembalikan barang dalam 30 hari setelah diterima, asalkan belum dipakai.\n\n## Biaya\nPaket kecil gratis. Penjemputan furnitur besar €25.',
  ],
  th: ['คืนสินค้าได้ภายในกี่วัน', 'คืนสินค้าได้ภายใน 30 วันหลังได้รับของ หากยังไม่ได้ใช้งาน\n\n## ค่าใช้จ่าย\nพัสดุเล็กคืนฟรี เฟอร์นิเจอร์ชิ้นใหญ่ค่ารับคืน €25'],
  zh: ['多久之内可以退货', '收货后30天内，未使用的商品可以退货。\n\n## 费用\n小件免费，大件家具上门取货€25。'],
  et: [
    'Kui kaua saab kaupa tagastada',
    'Kauba saab tagastada 30 päeva jooksul pärast kättesaamist, kui see on kasutamata.\n\n## Hind\nPakiautomaadis on tagastamine tasuta. Suure mööbli äravedu maksab 25 €.',
  ],
}
const deliveryTexts: Record<Language, [string, string]> = {
  en: [
    'How long delivery takes',
    'Parcels take 2–4 working days, large furniture 5–9 working days after the payment.\n\n## Where it is now\nThe tracking link is in the shipping e-mail.',
  ],
  ms: ['Berapa lama penghantaran', 'Bungkusan mengambil masa 2–4 hari bekerja, perabot besar 5–9 hari bekerja selepas bayaran.'],
  id: ['Berapa lama pengiriman', 'Paket dikirim dalam 2–4 hari kerja, furnitur besar 5–9 hari kerja setelah pembayaran.'],
  th: ['จัดส่งใช้เวลากี่วัน', 'พัสดุใช้เวลา 2–4 วันทำการ เฟอร์นิเจอร์ชิ้นใหญ่ 5–9 วันทำการหลังชำระเงิน'],
  zh: ['配送需要多久', '付款后，小件2–4个工作日送达，大件家具5–9个工作日送达。'],
  et: ['Kui kaua tarne aega võtab', 'Pakid jõuavad kohale 2–4 tööpäevaga, suur mööbel 5–9 tööpäevaga pärast makset.'],
}
