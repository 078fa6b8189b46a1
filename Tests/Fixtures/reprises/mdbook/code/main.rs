fn main() {
    // ANCHOR: salutation
    println!("Bonjour");
    // ANCHOR_END: salutation
}
