;; Scans binary codes for those nearest to a question's by counting differing bits. i64.popcnt is one instruction on
;; the processors this runs on, and was twice as fast here as i8x16.popcnt.
;;
;; Memory, in bytes (code-blocks.ts names the same places):
;;       0  the question's code
;;    8192  u8 of each slot that `collect` found
;;   16384  u32 of each distance: how many rows have it
;;  131072  u8 of each class: whether its rows are admitted
;;  196608  blocks of 256 slots: codes, then f64 times, then u16 classes, then u16 distances
;; A code's width is a multiple of 48 bytes.
(module
  (memory (export "memory") 3)

  (func $distance (param $code i32) (param $width i32) (result i32)
    (local $at i32) (local $bits i64)
    (loop $parts
      (local.set $bits (i64.add (local.get $bits) (i64.add
        (i64.add
          (i64.add
            (i64.popcnt (i64.xor (i64.load (local.get $code)) (i64.load (local.get $at))))
            (i64.popcnt (i64.xor (i64.load offset=8 (local.get $code)) (i64.load offset=8 (local.get $at)))))
          (i64.add
            (i64.popcnt (i64.xor (i64.load offset=16 (local.get $code)) (i64.load offset=16 (local.get $at))))
            (i64.popcnt (i64.xor (i64.load offset=24 (local.get $code)) (i64.load offset=24 (local.get $at))))))
        (i64.add
          (i64.popcnt (i64.xor (i64.load offset=32 (local.get $code)) (i64.load offset=32 (local.get $at))))
          (i64.popcnt (i64.xor (i64.load offset=40 (local.get $code)) (i64.load offset=40 (local.get $at))))))))
      (local.set $code (i32.add (local.get $code) (i32.const 48)))
      (br_if $parts (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 48))) (local.get $width))))
    (i32.wrap_i64 (local.get $bits)))

  ;; Writes the distance of each slot of a block, 65535 where it is not admitted, and counts the distances.
  (func (export "scan")
    (param $code i32) (param $times i32) (param $classes i32) (param $distances i32)
    (param $width i32) (param $timed i32) (param $from f64) (param $to f64)
    (local $end i32) (local $distance i32) (local $count i32)
    (local.set $end (local.get $times))
    (loop $slots
      (block $done
        (block $refused
          (br_if $refused (i32.eqz (i32.load8_u offset=131072 (i32.load16_u (local.get $classes)))))
          (if (local.get $timed) (then
            (br_if $refused (f64.lt (f64.load (local.get $times)) (local.get $from)))
            (br_if $refused (f64.ge (f64.load (local.get $times)) (local.get $to)))))
          (local.set $distance (call $distance (local.get $code) (local.get $width)))
          (i32.store16 (local.get $distances) (local.get $distance))
          (local.set $count (i32.shl (local.get $distance) (i32.const 2)))
          (i32.store offset=16384 (local.get $count)
            (i32.add (i32.load offset=16384 (local.get $count)) (i32.const 1)))
          (br $done))
        (i32.store16 (local.get $distances) (i32.const 65535)))
      (local.set $times (i32.add (local.get $times) (i32.const 8)))
      (local.set $classes (i32.add (local.get $classes) (i32.const 2)))
      (local.set $distances (i32.add (local.get $distances) (i32.const 2)))
      (br_if $slots
        (i32.lt_u (local.tee $code (i32.add (local.get $code) (local.get $width))) (local.get $end)))))

  ;; Lists the slots of a block that are not further than `limit`, and gives their number.
  (func (export "collect") (param $distances i32) (param $limit i32) (result i32)
    (local $slot i32) (local $found i32)
    (loop $slots
      (if (i32.le_u (i32.load16_u (local.get $distances)) (local.get $limit)) (then
        (i32.store8 offset=8192 (local.get $found) (local.get $slot))
        (local.set $found (i32.add (local.get $found) (i32.const 1)))))
      (local.set $distances (i32.add (local.get $distances) (i32.const 2)))
      (br_if $slots (i32.lt_u (local.tee $slot (i32.add (local.get $slot) (i32.const 1))) (i32.const 256))))
    (local.get $found)))
